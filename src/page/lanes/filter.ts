import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { findRecords } from '../details/details.ts';
import { place, type Place } from '../place.ts';
import { summary } from '../run.ts';
import { attemptsOf, listCalls, newestNumber, rowOf, toCallKey, type Call } from '../rows.ts';
import type { Row } from '../shapes.ts';
import { now } from '../top/now.ts';
import { isTroubled, stateNames, stateOf } from './state.ts';
import type { components } from '../../generated/admin.ts';

type AccountedRecord = components['schemas']['AccountedRecord'];

const pause: Signal<{ readonly run: string | undefined; readonly newest: number } | undefined> = signal(undefined);
/** The newest request that is shown, while the list is paused. A pause ends with the run. */
export const pausedAt: ReadonlySignal<number | undefined> = computed(() =>
  pause.value?.run === summary.value?.run ? pause.value?.newest : undefined,
);

/** Lets the list stand still, or go on. */
export function togglePause(): void {
  pause.value = pausedAt.value === undefined ? { run: summary.value?.run, newest: newestNumber() } : undefined;
}

/** The text of the search, in lower case. */
export const searched: ReadonlySignal<string> = computed(() => (place.value.q ?? '').trim().toLowerCase());

/** What selects calls. What is open beside them does not. */
const filters: ReadonlySignal<string> = computed(() => {
  const { tenant, api, operation, troubled } = place.value;
  return JSON.stringify({ tenant, api, operation, troubled });
});

/** The records that the search has found, if its text may be a part of an id or of an e-mail address. */
export const found: Signal<{ readonly text: string; readonly records: readonly AccountedRecord[] }> = signal({
  text: '',
  records: [],
});

/** The calls that the reader wants to see, in order of first arrival. */
export const shownCalls: ReadonlySignal<readonly Call[]> = computed(() => {
  const { tenant, api, operation, troubled } = JSON.parse(filters.value) as Place;
  const calls = listCalls();
  const newest = pausedAt.value ?? Infinity;
  const words = searched.value;
  if (words === '' && newest === Infinity && [tenant, api, operation, troubled].every((one) => one === undefined))
    return calls.slice();
  // What looks like a status selects calls by their status, though ids may have it too.
  const carriers = new Set(
    found.value.text === words && !/^[1-5]\d\d$/.test(words) ? found.value.records.flatMap(toCarrierKey) : [],
  );
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

/** The key of the call that carried a record last. */
function toCarrierKey({ request = 0, ...record }: AccountedRecord): string[] {
  return record.call === undefined ? [] : [toCallKey(rowOf(request) ?? { number: request, ...record })];
}

/** Whether all words are facts of a call: `call:4`, `#12`, a status, how it broke, an error, a fault, or a state. */
function matches(attempts: readonly Row[], words: string, time: number): boolean {
  const state = stateNames[stateOf(attempts, time)];
  const facts = new Set(attempts.flatMap(toFacts).flatMap((fact) => [fact, ...fact.split(' ')]));
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

/** Texts that can only be facts of a call. A status may be an id too. */
const factual = /^(call:\d+|#\d+)$/;
/** The server works for the search in at most one of so many milliseconds. */
const share = 20;
let [isBusy, isWanted, mayLook] = [false, false, 0];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Looks for records with the text of the search, when it changes and when more users come. */
export async function searchRecords(): Promise<void> {
  const words = searched.peek();
  if (words === '' || words.split(/\s+/).every((word) => factual.test(word))) {
    found.value = { text: words, records: [] };
    return;
  }
  isWanted = isBusy;
  if (isBusy) return;
  const left = found.peek().text === words ? mayLook - performance.now() : 0;
  clearTimeout(timer);
  if (left > 0) {
    timer = setTimeout(() => void searchRecords(), left);
    return;
  }
  isBusy = true;
  const start = performance.now();
  const records = await findRecords(words);
  isBusy = false;
  mayLook = performance.now() + share * (performance.now() - start);
  if (searched.peek() === words) found.value = { text: words, records };
  // What came while the server looked is not among them.
  if (isWanted || searched.peek() !== words) await searchRecords();
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
