// vf-mock through MSW, with faults that never fire.
import { setupServer } from 'msw/node';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';
import { bulkUrl, faults, headers } from '../chunks.ts';
import { serveRounds } from './in-process.ts';

setupServer(...handlers(createMock({ faults }))).listen();
serveRounds(async (body) => (await fetch(bulkUrl, { method: 'POST', headers: headers.vibefollow, body })).text());
