import { isKeyParameter } from './credentials.ts';
import { coveragePlanOf, type CoveragePlan } from './coverage-plan.ts';
import type { OperationId } from './router.ts';
import type { Shape } from './schema-shape.ts';
import type { Query } from '../http/url.ts';
import type { Headers } from '../http/request.ts';

/** The parts of a request as the client sent them, without defaults. */
export interface RequestParts {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly headers: Headers;
  /** The JSON value of the body. */
  readonly body?: unknown;
}

/** A request compared with its document. */
export interface Inspection {
  readonly plan: CoveragePlan;
  /** 1 for each part of the plan that the request has, else 0. */
  readonly seen: Uint8Array;
  /** The first 20 undocumented names, such as `users[3].emial`. A name counts once for each place in the document. */
  readonly unknown: readonly string[];
}

/** The fields of an answer that coverage needs. */
export interface ResponseParts {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | undefined;
}

/** Maximum number of unknown names kept of one request. */
const maxUnknownNames = 20;

/** The state of one walk through a request or an answer. */
interface Walk {
  readonly seen: Uint8Array;
  /** The current index in each list around the current value, outermost first. */
  readonly indexes: number[];
  /** Takes an unknown property. Absent if unknown properties are not collected. */
  note?(place: string, name: string): void;
}

/** Compares a request with its document, before defaults are filled in. Extra headers are fine: proxies add some. */
export function inspectRequest(operation: OperationId, { params, query, headers, body }: RequestParts): Inspection {
  const plan = coveragePlanOf(operation);
  const seen = new Uint8Array(plan.parts.length);
  const unknown: string[] = [];
  const noted = new Map<string, Set<string>>();
  const walk: Walk = {
    seen,
    indexes: [],
    note(place, name): void {
      const names = noted.get(place) ?? new Set();
      if (unknown.length === maxUnknownNames || names.has(name)) return;
      noted.set(place, names.add(name));
      unknown.push(toPath(place, name, walk.indexes));
    },
  };
  walkListed(params, plan.params, walk);
  walkListed(headers, plan.headers, walk);
  walkProperties(withoutKeys(query), plan.query, walk);
  if (plan.body && body !== undefined) walkValue(body, plan.body, walk);
  return { plan, seen, unknown };
}

/** The names of the parts that a request and its answer have. Equal lists are the same object, to save memory. */
export function listExercisedParts({ plan, seen }: Inspection, response?: ResponseParts): readonly string[] {
  const answer = response && plan.answers.get(response.status);
  if (response && answer) {
    const walk = { seen: seen.slice(), indexes: [] };
    walkListed(response.headers, answer.headers, walk);
    if (answer.body) walkValue(response.body, answer.body, walk);
    return toPartNames(plan, walk.seen);
  }
  return toPartNames(plan, seen);
}

/** Unlisted values, such as extra headers, are ignored. */
function walkListed(values: Readonly<Record<string, unknown>>, listed: ReadonlyMap<string, Shape>, walk: Walk): void {
  for (const [name, shape] of listed) {
    const value = values[name];
    if (value === undefined) continue;
    walk.seen[shape.part] = 1;
    if (shape.isDeep) walkValue(value, shape, walk);
  }
}

function walkValue(value: unknown, shape: Shape, walk: Walk): void {
  const { values, alternatives, items } = shape;
  if (values !== undefined) mark(values.get(value), walk);
  if (alternatives !== undefined) mark(alternatives.find(({ fits }) => fits(value))?.part, walk);
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) walkProperties(value as Readonly<Record<string, unknown>>, shape, walk);
  else if (items?.isDeep === true) walkItems(value, items, walk);
}

function walkItems(list: readonly unknown[], shape: Shape, walk: Walk): void {
  const { indexes } = walk;
  const depth = indexes.push(0) - 1;
  for (let index = 0; index < list.length; index += 1) {
    indexes[depth] = index;
    walkValue(list[index], shape, walk);
  }
  indexes.pop();
}

function walkProperties(object: Readonly<Record<string, unknown>>, shape: Shape, walk: Walk): void {
  const { find } = shape;
  if (find === undefined) return;
  let at = 0;
  // Several times faster than a list of names. These objects are plain, so they inherit no properties.
  for (const name in object) {
    const value = object[name];
    if (value === undefined) continue;
    const inner = find(name, at);
    at += 1;
    if (inner === undefined) {
      walk.note?.(shape.path, name);
      continue;
    }
    walk.seen[inner.part] = 1;
    if (inner.isDeep) walkValue(value, inner, walk);
  }
}

function mark(part: number | undefined, { seen }: Walk): void {
  if (part !== undefined) seen[part] = 1;
}

/** Such as `users[3].emial` for a name in `body.users[]`. A parameter keeps its place: `query.limti`. */
function toPath(place: string, name: string, indexes: readonly number[]): string {
  let depth = 0;
  const where = place.replace(/^body\.?/, '').replaceAll('[]', () => `[${indexes[depth++] ?? 0}]`);
  const shown = name === '' ? '""' : name;
  return where === '' ? shown : `${where}.${shown}`;
}

/** Leaves keys out, since a rule of its own reports a key in the URL. */
function withoutKeys(query: Query): Query {
  const names = Object.keys(query);
  if (!names.some((name) => isKeyParameter(name, query[name]))) return query;
  return Object.fromEntries(Object.entries(query).filter(([name, value]) => !isKeyParameter(name, value)));
}

/** Maximum number of lists kept. When the map is full, it is emptied. */
const maxPartNames = 10_000;
const partNames = new Map<string, readonly string[]>();

function toPartNames(plan: CoveragePlan, seen: Uint8Array): readonly string[] {
  const key = `${plan.id} ${toBitString(seen)}`;
  const known = partNames.get(key);
  if (known !== undefined) return known;
  if (partNames.size === maxPartNames) partNames.clear();
  const names = Object.freeze(plan.parts.filter((_, part) => seen[part] === 1).map(({ id }) => id));
  partNames.set(key, names);
  return names;
}

/** A text with one character for each 16 parts. */
function toBitString(seen: Uint8Array): string {
  let key = '';
  for (let start = 0; start < seen.length; start += 16) {
    let bits = 0;
    for (let at = start + 15; at >= start; at -= 1) bits = bits * 2 + (seen[at] ?? 0);
    key += String.fromCharCode(bits);
  }
  return key;
}
