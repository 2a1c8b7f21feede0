import { compareSchemas, noteAdded, noteRequired, type Setting } from './compare-shapes.ts';
import type { Answer, Body, Operation, Parameter } from './contract.ts';

/** Compares parameters of a request or headers of an answer. Their places begin with `prefix`. */
export function compareParameters(
  setting: Setting,
  prefix: string,
  was: Operation['parameters'],
  is: Operation['parameters'],
): void {
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(key), is.get(key)];
    const place = `${prefix}${(one ?? other)?.place ?? key}`;
    if (one && other) compareParameter(setting, place, one, other);
    else if (one) setting.noteAt(place)(true, 'removed');
    else noteAdded(setting.noteAt(place), setting.direction, other?.required === true);
  }
}

function compareParameter(setting: Setting, place: string, was: Parameter, is: Parameter): void {
  const note = setting.noteAt(place);
  noteRequired(note, setting.direction, was.required, is.required);
  compareSchemas(setting, place, was.schema, is.schema);
  const kinds = [setting.ours.shapeOf(was.schema).kinds, setting.theirs.shapeOf(is.schema).kinds];
  const isFlat = kinds.some((set) => !set.has('array') && !set.has('object'));
  if (!isFlat && was.style !== is.style) note(true, 'style', { was: was.style, is: is.style });
}

/** Compares the body of a request or an answer. The place of an answer is its status. */
export function compareBodies(setting: Setting, place: string, was?: Body, is?: Body): void {
  const { direction, noteAt } = setting;
  const whole = direction === 'request' ? place : `${place} body`;
  if (was && !is) noteAt(whole)(true, 'removed');
  if (is && !was) noteAdded(noteAt(whole), direction, is.required);
  if (!was || !is) return;
  if (direction === 'request') noteRequired(noteAt(whole), direction, was.required, is.required);
  if (!isLike(was, is)) {
    noteAt(whole)(true, 'media type', { was: was.mediaTypes.join(', '), is: is.mediaTypes.join(', ') });
  }
  if ('schema' in was && 'schema' in is) compareSchemas(setting, place, was.schema, is.schema);
}

export function compareAnswers(setting: Setting, was: Operation['answers'], is: Operation['answers']): void {
  const used = new Set<string>();
  for (const [status, answer] of was) {
    const found = toFallbacks(status).find((key) => is.has(key));
    if (found === undefined) setting.noteAt(status)(/^[23]/.test(status), 'removed');
    else used.add(found);
    const other = is.get(found ?? '');
    if (other) compareAnswer(setting, status, answer, other);
  }
  // A status such as `4XX` that includes several of ours is not a new one.
  for (const status of is.keys()) if (!was.has(status) && !used.has(status)) setting.noteAt(status)(false, 'added');
}

function compareAnswer(setting: Setting, status: string, was: Answer, is: Answer): void {
  compareBodies(setting, status, was.body, is.body);
  compareParameters(setting, `${status} `, was.headers, is.headers);
}

function toFallbacks(status: string): string[] {
  return [status, `${status.charAt(0)}XX`, 'default'];
}

/** Whether the other document has our type or a wildcard for it. */
function isLike({ mediaTypes: [type = ''] }: Body, { mediaTypes }: Body): boolean {
  return [type, '*/*', type.replace(/\/.*/, '/*')].some((one) => mediaTypes.includes(one));
}
