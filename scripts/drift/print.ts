import { toPrintable } from '../../src/runtime/printable.ts';
import type { Change } from './change.ts';

/** A list of changes for people in 80 columns. Breaking changes come first. Shared changes appear once. */
export function toReport(changes: readonly Change[], theirs: string, ours: string): string {
  if (changes.length === 0) return toPrintable(`No difference: ${theirs} says the same as ${ours}.`);
  const groups = [true, false].map((breaking) => toGroups(changes.filter((change) => change.breaking === breaking)));
  const [breaking = 0, others = 0] = groups.map((list) => list.reduce((sum, { lines }) => sum + lines.length, 0));
  const sections = groups.flatMap((list, at) => [
    ...(list.length === 0 ? [] : [at === 0 ? 'BREAKING' : 'OTHER']),
    ...list.map(toBlock),
  ]);
  const counts = `${breaking} breaking ${breaking === 1 ? 'change' : 'changes'}, ${others} other`;
  return [toPrintable(`${theirs} against ${ours}: ${counts}`), ...sections].join('\n\n');
}

const columns = 80;
const longest = 200;

interface Line {
  readonly place: string;
  readonly change: Change;
}

interface Group {
  readonly operations: readonly string[];
  readonly lines: readonly Line[];
}

/** Groups lines by their operations. Each line appears once for all its statuses. */
function toGroups(changes: readonly Change[]): Group[] {
  const statuses = collect(changes, (change) => [change.operation, toRest(change.place), ...toParts(change)]);
  const lines = statuses.map((same): Line => ({ place: toPlace(same), change: same[0] }));
  const shared = collect(lines, ({ place, change }) => [place, ...toParts(change)]);
  const operations = new Map(shared.map((same) => [same[0], same.map(({ change }) => change.operation)]));
  return collect([...operations.keys()], (line) => operations.get(line) ?? []).map((group) => ({
    operations: operations.get(group[0]) ?? [],
    lines: group,
  }));
}

function collect<T>(values: readonly T[], key: (value: T) => unknown): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const name = JSON.stringify(key(value));
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  return [...groups.values()];
}

function toParts({ what, was, is }: Change): unknown[] {
  return [what, was, is];
}

const status = /^(?:\d\d\d|\dXX|default)(?=$|\W)/;

function toRest(place: string): string {
  return place.replace(status, '#');
}

function toPlace(same: readonly Change[]): string {
  const statuses = same.map(({ place }) => status.exec(place)?.[0] ?? '');
  return toRest(same[0]?.place ?? '').replace(/^#/, statuses.join(','));
}

function toBlock({ operations, lines }: Group): string {
  const width = Math.min(40, Math.max(...lines.map(({ place }) => place.length)));
  const texts = lines.flatMap(({ place, change }) => {
    const text = toPrintable(toText(change));
    const line = `  ${toPrintable(place).padEnd(width)}  ${text}`;
    return line.length <= columns ? [line] : [`  ${toPrintable(place)}`, ...fold(text).map((part) => `    ${part}`)];
  });
  return [...operations.map(toPrintable), ...texts].join('\n');
}

function fold(text: string): string[] {
  return text.match(new RegExp(`.{1,${columns - 4}}`, 'gu')) ?? [];
}

/** The text of a change without its place. */
export function toText({ what, was, is }: Change): string {
  if (what === 'added' || what === 'removed') return is === undefined ? what : `${what}, ${toValue(is)}`;
  if (what === 'required') return is === true ? 'optional -> required' : 'required -> optional';
  const isMember = what === 'enum value' || what === 'scheme';
  if (isMember) return `${what} ${toValue(is ?? was)} ${is === undefined ? 'removed' : 'added'}`;
  return `${what} ${toValue(was)} -> ${toValue(is)}`;
}

/** A value as a short text. The data has the full value. */
function toValue(value: unknown): string {
  if (value === undefined) return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
