import { expect, test } from 'vitest';
import { post, run, start, useFiles } from './_cli.ts';

useFiles({ 'cors.yaml': 'cors: [http://file.test]\n' });

const page = 'http://localhost:5173';

test.each(['/proxy', '/proxy/'])(
  '--base-path %s puts both APIs beneath the path, and health beside it',
  async (path) => {
    const { url } = await start('--base-path', path);
    const { origin, pathname } = new URL(url);
    expect(pathname).toBe('/proxy');
    expect((await post(`${url}/api/v1/users/bulk/`, { users: [{ external_user_id: 'a' }] })).status).toBe(200);
    expect((await post(`${origin}/api/v1/users/bulk`, { users: [] })).status).toBe(404);
    expect((await fetch(`${origin}/__admin/health`)).status).toBe(200);
  },
);

test.each(['proxy', '/a b', '/..', '/a?b'])('--base-path %j is refused', async (path) => {
  const { code, stderr } = await run('--base-path', path).ended;
  expect(code).toBe(2);
  expect(stderr).toContain('Use a path such as /proxy, without percent-encoding.');
});

test('--cors lets pages in, in place of those of the file', async () => {
  const { url } = await start('-c', 'cors.yaml', '--cors', page, '--cors', 'http://other.test');
  const allowed = await Promise.all(
    [page, 'http://other.test', 'http://file.test'].map(async (origin) => {
      const { headers } = await fetch(`${url}/api/v1/users`, { headers: { origin } });
      return headers.get('access-control-allow-origin');
    }),
  );
  expect(allowed).toEqual([page, 'http://other.test', null]);
  const admin = await fetch(`${url}/__admin/state`, { headers: { origin: 'http://other.test' } });
  expect([admin.status, admin.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});

test.each(['/__admin', '/__admin/x'])('--base-path %j is refused, because the admin API is there', async (path) => {
  const { code, stderr } = await run('--base-path', path).ended;
  expect(code).toBe(2);
  expect(stderr).toContain('Use another path, since the admin API is at /__admin.');
});
