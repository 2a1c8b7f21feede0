// Measures what it costs the clients that somebody looks at the page.
import { launchChromium } from '../../test/_chromium.ts';
import { toBodies } from './chunks.ts';
import { toRequest } from './load.ts';
import { startServer } from './servers.ts';
import { toSubject, type Subject } from './subjects.ts';
import type { Measure } from './table.ts';
import { compare } from './throughput.ts';

/** Both servers get the same load in turn. The browser runs on the same machine. */
export const measurePage: Measure = async (project, rounds) => {
  const requests = toBodies('vibefollow', 1000).map((body) => toRequest('vibefollow', body));
  const browser = await launchChromium();
  const start = async (isSeen: boolean): Promise<Subject> => {
    const server = await startServer(project, 'vf-mock', 'vibefollow', requests[0] ?? Buffer.of());
    if (isSeen) await (await browser.newPage()).goto(`http://127.0.0.1:${server.port}/__admin/`);
    return toSubject(server, requests);
  };
  const subjects = { 'vf-mock, page open': await start(true), 'vf-mock': await start(false) };
  const row = await compare('1,000-record chunk over HTTP, with and without the page', rounds, subjects, {
    'vf-mock': 0.9,
  });
  await browser.close();
  return [row];
};
