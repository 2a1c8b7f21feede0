// Measures bodies of unusual shapes, each as large as the option bodyLimit allows: the time of the mock as a multiple of
// JSON.parse of the same bytes, in turn. Usage: npm run bench -- shapes [part of a name]. Figures are medians.
import { createMock } from '../../src/index.ts';

const size = 10 * 1024 * 1024;
const rounds = 3;
const key = `sk_test_${'0'.repeat(32)}`;
const [, , , wanted = ''] = process.argv;

/** The endpoints that take records, with the text before and after their list, and a record that carries properties. */
const endpoints = {
  users: { url: '/api/v1/users/bulk', list: '{"users":[', id: '"external_user_id":"a"', bag: 'traits' },
  events: {
    url: '/api/v1/events/bulk',
    list: '{"events":[',
    id: '"external_user_id":"a","name":"b"',
    bag: 'properties',
  },
  'Yellow users': { url: '/cdp/api/v1/user/create-bulk?bot=b', list: '{"users":[', id: '"userId":"a"', bag: 'tags' },
  'Yellow event': {
    url: '/cdp/api/v1/event?bot=b',
    list: undefined,
    id: '"userId":"a","eventName":"b"',
    bag: 'payload',
  },
  user: { url: '/api/v1/users', list: undefined, id: '"external_user_id":"a"', bag: 'traits' },
} as const;

type Endpoint = (typeof endpoints)[keyof typeof endpoints];

/** Repeats a text up to the size, with commas. */
function repeat(toText: (index: number) => string): string {
  const parts: string[] = [];
  let room = size - 1000;
  for (let text = toText(0); text.length < room; text = toText(parts.length)) {
    parts.push(text);
    room -= text.length + 1;
  }
  return parts.join(',');
}

const lists: Readonly<Record<string, (endpoint: Endpoint) => string>> = {
  'empty records': () => repeat(() => '{}'),
  'empty lists': () => repeat(() => '[]'),
  numbers: () => repeat(() => '1'),
  'short texts': () => repeat(() => '""'),
  nulls: () => repeat(() => 'null'),
  'records with ids': ({ id }) => repeat((index) => `{${id.replace('"a"', `"${index}"`)}}`),
  'records with equal ids': ({ id }) => repeat(() => `{${id}}`),
  '1,000 records of 10 KB': ({ id, bag }) =>
    repeat((index) => `{${id.replace('"a"', `"${index}"`)},"${bag}":{"a":"${'x'.repeat(10_450)}"}}`),
  'unknown names': ({ id }) => repeat((index) => `{${id},"n${index}":1}`),
  'nested 990 levels': () => repeat(() => '['.repeat(990) + ']'.repeat(990)),
  'nested 990 objects': () => repeat(() => '{"a":'.repeat(990) + '1' + '}'.repeat(990)),
};

const values: Readonly<Record<string, () => string>> = {
  'distinct properties': () => `{${repeat((index) => `"t${index}":1`)}}`,
  'equal properties': () => `{${repeat(() => '"t":1')}}`,
  'numbered properties': () => `{${repeat((index) => `"${index}":1`)}}`,
  'a list of numbers': () => `[${repeat(() => '1')}]`,
  'a list of texts': () => `[${repeat(() => '"a"')}]`,
  'a list of objects': () => `[${repeat(() => '{}')}]`,
  'a list of rounded numbers': () => `[${repeat(() => '12345678901234567890')}]`,
  'a list of numbers with 990 zeros': () => `[${repeat(() => `1${'0'.repeat(990)}1`)}]`,
  'one long text': () => `"${'x'.repeat(size - 1000)}"`,
  'one text of escapes': () => `"${'\\u0041'.repeat(size / 6 - 200)}"`,
  'one long number': () => '1'.repeat(size - 1000),
  'one long name': () => `{"${'x'.repeat(size - 1000)}":1}`,
  'nested values': () => `[${repeat(() => '['.repeat(900) + ']'.repeat(900))}]`,
};

function toBodies({ list, id, bag }: Endpoint): Record<string, () => string> {
  const single = Object.entries(values).map(([name, toValue]) => {
    const record = (): string => `{${id},"${bag}":${toValue()}}`;
    return [`${bag}: ${name}`, () => (list === undefined ? record() : `${list}${record()}]}`)] as const;
  });
  const many = list === undefined ? [] : Object.entries(lists);
  return Object.fromEntries([
    ...many.map(
      ([name, toList]) => [`list: ${name}`, () => `${list}${toList({ list, id, bag } as Endpoint)}]}`] as const,
    ),
    ...single,
    ['body: distinct properties', () => values['distinct properties']?.() ?? ''],
    ['body: 10 MiB of [', () => '['.repeat(size)],
    ['body: 10 MiB of {"a":', () => '{"a":'.repeat(size / 5)],
    ['body: one long number', () => '1'.repeat(size)],
  ]);
}

let worst = 0;
for (const [place, endpoint] of Object.entries(endpoints)) {
  for (const [name, toBody] of Object.entries(toBodies(endpoint))) {
    if (!`${place}, ${name}`.includes(wanted)) continue;
    const body = new TextEncoder().encode(toBody());
    const times = { parse: [] as number[], mock: [] as number[] };
    let status: unknown;
    for (let round = 0; round < rounds; round += 1) {
      times.parse.push(measure(() => parse(body)));
      const mock = createMock();
      const headers = { authorization: `Bearer ${key}`, 'x-api-key': 'k', 'content-type': 'application/json' };
      const start = performance.now();
      const outcome = await mock.handle({ method: 'POST', url: endpoint.url, headers, body });
      times.mock.push(performance.now() - start);
      status = 'status' in outcome ? outcome.status : 'broken';
    }
    const [parsed, handled] = [median(times.parse), median(times.mock)];
    // A refused text is not parsed, so it has no multiple.
    const isRefused = status === 400 && handled < parsed / 2;
    worst = Math.max(worst, handled / parsed);
    const row = [
      place.padEnd(14),
      name.padEnd(40),
      `${parsed.toFixed(0)} ms`.padStart(9),
      `${handled.toFixed(0)} ms`.padStart(9),
    ];
    console.log(
      `${row.join('')}${`${(handled / parsed).toFixed(2)} x`.padStart(10)}  ${String(status)}${isRefused ? ' early' : ''}`,
    );
  }
}
console.log(`The largest multiple is ${worst.toFixed(2)}.`);

function parse(body: Uint8Array): void {
  try {
    JSON.parse(new TextDecoder().decode(body));
  } catch {
    // a refused text
  }
}

function measure(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
