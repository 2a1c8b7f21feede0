import { expect, test } from 'vitest';
import { certify, reports } from 'vf-mock/certify';
import { toTimeline } from 'vf-mock';
import { headers, post, run, start, toLog, useFiles } from './_cli.ts';
import { parseJUnit } from './_junit.ts';
import { open } from './_setup.ts';

useFiles({});

/** Texts that split a line for some readers. */
const separators = ['\n', '\r', '\u000b', '\f', '\u0085', '\u2028', '\u2029'];
/** Texts that GitHub Actions, Azure Pipelines and TeamCity take for commands, the first one only as the first of a line. */
const commands = ['::error file=a::Boom', '##[error]Boom', '##vso[task.complete]', '##teamcity[buildStop]'];
/** A text in which each separator stands before a command. */
const hostile = separators.flatMap((one) => commands.map((command) => `a${one}${command}`)).join(' ');

/** Nothing that a client sent begins a line or is a command. The text can still be read. */
function expectHarmless(text: string): void {
  expect(text).not.toMatch(/[\r\v\f\u0085\u2028\u2029]/);
  expect(text).not.toMatch(/^\s*::[a-z]/im);
  expect(text).not.toMatch(/##(vso|teamcity)?\[/i);
  expect(text).toMatch(/: :error|# #/);
}

test('the log and explain print what a client sent so that no line of it is a command', async () => {
  for (const kind of ['requests', 'calls']) {
    const { url, stop, ended } = await start('--log', kind);
    for (const text of [...commands, hostile]) {
      await fetch(`${url}/cdp/api/v1/user?bot=${encodeURIComponent(text)}`, { headers });
      await post(`${url}/api/v1/users/bulk`, {
        users: [{ external_user_id: text }, { external_user_id: `x ${text}` }],
      });
    }
    const stories = await Promise.all(commands.map(async (id) => run('explain', id, '--url', url).ended));
    for (const { stdout } of stories) expectHarmless(stdout);
    stop();
    expectHarmless(toLog((await ended).stdout).join('\n'));
  }
});

test('a timeline has no other lines than its own', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users/bulk', { users: [{ external_user_id: hostile }] });
  const timeline = toTimeline(mock.journal.calls());
  expectHarmless(timeline);
  expect(timeline.split('\n')).toHaveLength(2);
});

test('reports of certify show the output of a client, and none of it is a command', async () => {
  const report = await certify({
    api: 'vibefollow',
    clock: 'manual',
    only: ['delivery/one-record'],
    client: async (_task, say) => {
      for (const text of [...commands, hostile]) say(text);
      return Promise.reject(new Error(commands[0]));
    },
  });
  expect(report.passed).toBe(false);
  expectHarmless(reports.text(report));
  for (const text of [reports.text(report), reports.markdown(report)]) {
    expect(text).not.toMatch(/^\s*::[a-z]|##(vso|teamcity)?\[|[\u0085\u2028\u2029]/im);
  }
  expect(reports.json(report)).not.toMatch(/[\u0085\u2028\u2029]/);
  expect(JSON.parse(reports.json(report))).toEqual(JSON.parse(JSON.stringify(report)));
  const junit = reports.junit({ ...report, notRun: [`delivery/${hostile}`] });
  expect(junit).not.toMatch(/^\s*::[a-z]|[\u0085\u2028\u2029]/im);
  const names = [...parseJUnit(junit).getElementsByTagName('testcase')].map((one) => one.getAttribute('name'));
  expect(names.at(-1)).toContain('\u2028::error file=a::Boom');
});

test('reports of certify mask the keys in the output of a client and in its command', async () => {
  const key = 'sk_live_AbCdEfGhIjKlMnOpQrStUvWxYz012345-_6789';
  const print = `console.log('sent with ${key}'); console.error('${key} is refused'); process.exit(1)`;
  const report = await certify({ api: 'vibefollow', only: ['delivery/one-record'], client: ['node', '-e', print] });
  for (const write of Object.values(reports)) {
    const text = write(report);
    expect(text).toContain('sk_live_…6789');
    expect(text).not.toContain('AbCdEf');
  }
});

test('each record is one line of NDJSON, and one cell of CSV, for readers that split at every line end', async () => {
  const { send, vibefollow } = await open();
  const ids = ['\u0085', '\u2028', '\u2029'].map((one) => `a${one}b`);
  await vibefollow('/users/bulk', { users: ids.map((external_user_id) => ({ external_user_id })) });
  const get = async (accept: string): Promise<string> =>
    (await send('/__admin/records', { headers: { accept } })).text();
  const lines = (await get('application/x-ndjson')).split(/[\n\r\v\f\u0085\u2028\u2029]/).filter((line) => line !== '');
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids);
  const csv = await get('text/csv');
  for (const id of ids) expect(csv).toContain(`,"${id}",`);
});
