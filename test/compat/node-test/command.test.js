import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { sync } from './sync.js';

test('the command serves until it is told to stop', async (t) => {
  const server = spawn('vf-mock', ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => server.kill('SIGKILL'));
  const [banner] = await once(server.stdout, 'data');
  const [baseUrl] = /http:\S+/.exec(String(banner));

  const { data } = await sync([{ external_user_id: 'usr_1' }], { baseUrl });
  assert.equal(data.accepted, 1);

  server.kill();
  assert.deepEqual(await once(server, 'exit'), [0, null]);
});
