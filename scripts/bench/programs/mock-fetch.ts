// vf-mock as a plain fetch, with faults that never fire.
import { createMock } from 'vf-mock';
import { bulkUrl, faults, headers } from '../chunks.ts';
import { serveRounds } from './in-process.ts';

const mock = createMock({ faults });

serveRounds(async (body) => (await mock.fetch(bulkUrl, { method: 'POST', headers: headers.vibefollow, body })).text());
