import { expect, test } from 'vitest';
import { documents, scenarios, type ScenarioName } from 'vf-mock';
import { ask, askWrong } from './_admin.ts';
import { bot, key, open, otherKey } from './_setup.ts';

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly $ref?: string;
}

/** Every operation of the admin API with the names of its query parameters. */
const operations = Object.entries(documents.admin.paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, { parameters?: Parameter[] }>).map(([method, { parameters = [] }]) => ({
    method: method.toUpperCase(),
    path: path.replace('/__admin', '').replace('{id}', 'fault-1').replace('{name}', 'flaky'),
    names: parameters.map(resolve).flatMap((one) => (one.in === 'query' ? [one.name ?? ''] : [])),
  })),
);

function resolve({ $ref, ...parameter }: Parameter): Parameter {
  const shared = documents.admin.components['parameters'] as Record<string, Parameter>;
  return $ref === undefined ? parameter : (shared[$ref.split('/').at(-1) ?? ''] ?? {});
}

test.each(operations)('$method $path takes a tenant or refuses it, and refuses unknown parameters', async (one) => {
  const { method, path, names } = one;
  const bench = await open({ faults: [{ id: 'fault-1', fault: { status: 503 } }] });
  const [unknown = ''] = await askWrong(bench, 400, method, `${path}?tennant=${bot}`);
  expect(unknown).toContain(`Unknown parameter "tennant".${names.length === 0 ? ' It takes none.' : ''}`);
  if (names.includes('tenant')) {
    expect(unknown).toContain('Did you mean "tenant"?');
    expect(await askWrong(bench, 400, method, `${path}?tenant=`)).toEqual([expect.stringMatching(/^Give one tenant/)]);
  } else {
    expect(await askWrong(bench, 400, method, `${path}?tenant=${bot}`)).toEqual([
      expect.stringContaining('Unknown parameter "tenant"'),
    ]);
  }
  expect(bench.mock.faults.list()).toHaveLength(1);
});

test.each([
  ['POST', '/reset', 'tenant'],
  ['POST', '/scenarios/flaky', 'tenant'],
  ['DELETE', '/faults', 'tenant'],
  ['DELETE', '/journal', 'tenant'],
])('%s %s refuses a tenant in a body', async (method, path, names) => {
  const bench = await open({ faults: [{ fault: { status: 503 } }] });
  const refusal = `This request takes no body. Use the parameter ${names}.`;
  expect(await askWrong(bench, 400, method, path, { tenant: bot })).toEqual([refusal]);
  expect(bench.mock.faults.list()).toHaveLength(1);
  expect(await ask(bench, method, path, {})).toMatchObject({ status: 200 });
});

test.each(Object.keys(scenarios) as ScenarioName[])(
  'scenario %s for one tenant is the same over HTTP',
  async (name) => {
    const [inProcess, overHttp] = [await open(), await open()];
    const isOfAll = Object.keys(scenarios[name].options).some((option) => option !== 'faults');
    if (isOfAll) {
      const problem = 'changes the option vibefollow, which applies to all tenants. Use it without a tenant.';
      expect(() => inProcess.mock.use(name, { tenant: key })).toThrow(`Failed to use a scenario: it ${problem}`);
      const errors = await askWrong(overHttp, 400, 'POST', `/scenarios/${name}?tenant=${key}`);
      expect(errors).toEqual([`The scenario ${name} ${problem}`]);
      return;
    }
    inProcess.mock.use(name, { tenant: key });
    await overHttp.send(`/__admin/scenarios/${name}?tenant=${key}`, { method: 'POST' });
    expect(overHttp.mock.faults.list()).toEqual(inProcess.mock.faults.list());
    expect(overHttp.mock.faults.list().map(({ rule }) => rule.on?.tenant)).toEqual(
      scenarios[name].options.faults?.map(() => key),
    );
  },
);

test('a scenario for one tenant fails only this tenant', async () => {
  const { mock, vibefollow } = await open();
  mock.use('outage', { tenant: key });
  expect((await vibefollow('/users', { external_user_id: 'a' })).status).toBe(503);
  const headers = { authorization: `Bearer ${otherKey}` };
  expect((await vibefollow('/users', { external_user_id: 'a' }, headers)).status).toBe(202);
});

test('a scenario whose rule names another tenant is refused for this one', async () => {
  const { mock } = await open();
  const scenario = { description: '', options: { faults: [{ on: { tenant: bot }, fault: { status: 503 } }] } };
  expect(() => mock.use(scenario, { tenant: key })).toThrow('it has a fault rule for another tenant.');
  mock.use(scenario, { tenant: bot });
  expect(mock.faults.list()).toHaveLength(1);
});
