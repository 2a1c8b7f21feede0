import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { findRecords } from '../details/details.ts';
import { place } from '../place.ts';
import { attemptsOf, callOf, listCalls, newestNumber, rowOf, toCallKey, type Call } from '../rows.ts';
import type { Row } from '../shapes.ts';
import { now } from '../top/now.ts';
import { isTroubled, stateNames, stateOf } from './state.ts';
import type { components } from '../../generated/admin.ts';

type AccountedRecord = components['schemas']['AccountedRecord'];

/** The newest request that is shown, while the list is paused. */
export const pausedAt: Signal<number | undefined> = signal(undefined);
/** The same, unless the server was started anew since. */
export const pauseInForce: ReadonlySignal<number | undefined> = computed(() =>
  (pausedAt.value ?? Infinity) <= newestNumber() ? pausedAt.value : undefined,
);

/** The records that the search has found, if its text may be a part of an id or of an e-mail address. */
export const found: Signal<{ readonly text: string; readonly records: readonly AccountedRecord[] }> = signal({
  text: '',
  records: [],
});

/** The calls that the reader wants to see, in order of first arrival. */
export const shownCalls: ReadonlySignal<readonly Call[]> = computed(() => {
  const { q = '', tenant, api, operation, troubled } = place.value;
  const calls = listCalls();
  const newest = pauseInForce.value ?? Infinity;
  const words = q.trim().toLowerCase();
  if (words === '' && newest === Infinity && [tenant, api, operation, troubled].every((one) => one === undefined))
    return calls.slice();
  const carriers = new Set(found.value.text === words ? found.value.records.flatMap(toCarrierKey) : []);
  const time = now.peek();
  return calls.filter((call) => {
    const first = rowOf(call.numbers[0] ?? 0);
    if (first === undefined || first.number > newest) return false;
    if ((tenant ?? first.tenantId) !== first.tenantId || (api ?? first.api) !== first.api) return false;
    if ((operation ?? first.operation) !== first.operation) return false;
    if (troubled !== undefined && !isTroubled(call, time)) return false;
    return words === '' || carriers.has(call.key) || matches(attemptsOf(call), words, time);
  });
});

function toCarrierKey({ tenantId, operation, call, request }: AccountedRecord): string[] {
  const row = rowOf(request ?? 0);
  if (row !== undefined) return [toCallKey(row)];
  const key = [tenantId ?? '', operation ?? '', call ?? ''].map(encodeURIComponent).join('|');
  return callOf(key) === undefined ? [] : [key];
}

/** Whether all words are facts of a call: `call:4`, `#12`, a status, how it broke, an error, a fault, or a state. */
function matches(attempts: readonly Row[], words: string, time: number): boolean {
  const state = stateNames[stateOf(attempts, time)];
  const facts = new Set(attempts.flatMap(toFacts));
  return state === words || words.split(/\s+/).every((word) => facts.has(word) || state.split(' ').includes(word));
}

function toFacts({ number, call, status, broken, error, fault, rejected, path, method }: Row): string[] {
  return [
    `#${number}`,
    ...(call === undefined ? [] : [`call:${call}`]),
    ...(status === undefined ? [] : [String(status)]),
    ...(rejected === undefined ? [] : ['rejected']),
    ...[broken, error, fault, path, method].flatMap((fact) => (fact === undefined ? [] : [fact.toLowerCase()])),
  ];
}

/** Texts that can only be facts of a call. */
const factual = /^(call:\d+|#\d+|[1-5]\d\d)$/;

/** Looks for records with the text of the search. */
export async function searchRecords(text: string): Promise<void> {
  const words = text.trim().toLowerCase();
  if (words === '' || words.split(/\s+/).every((word) => factual.test(word))) {
    found.value = { text: words, records: [] };
    return;
  }
  const records = await findRecords(text.trim());
  if ((place.value.q ?? '').trim().toLowerCase() === words) found.value = { text: words, records };
}

/** The values among which the reader can select. */
export const choices: ReadonlySignal<{
  readonly tenants: ReadonlyMap<string, string>;
  readonly apis: readonly string[];
  readonly operations: readonly string[];
}> = computed(() => {
  const tenants = new Map<string, string>();
  const [apis, operations] = [new Set<string>(), new Set<string>()];
  for (const { numbers } of listCalls()) {
    const { tenantId, tenant, api, operation } = rowOf(numbers[0] ?? 0) ?? {};
    if (tenantId !== undefined) tenants.set(tenantId, tenant ?? tenantId);
    if (api !== undefined) apis.add(api);
    if (operation !== undefined) operations.add(operation);
  }
  return { tenants, apis: [...apis], operations: [...operations] };
});
