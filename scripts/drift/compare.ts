import type { Change, Note } from './change.ts';
import { compareAnswers, compareBodies, compareParameters } from './compare-parts.ts';
import { toContract, type Operation } from './contract.ts';
import type { Json } from './json.ts';
import { createShapes } from './shapes.ts';

/** The number of operations that two documents share. */
export function countShared(ours: Json, theirs: Json): number {
  const operations = toContract(ours);
  return [...toContract(theirs, operations).keys()].filter((key) => operations.has(key)).length;
}

/** The differences between two documents, as a client of ours meets them. Breaking ones come first. */
export function compareDocuments(ours: Json, theirs: Json): Change[] {
  const shapes = { ours: createShapes(ours), theirs: createShapes(theirs) };
  const was = toContract(ours);
  const is = toContract(theirs, was);
  const changes: Change[] = [];
  for (const [key, operation] of was) {
    const noteAt = createNotes(changes, operation.name);
    const other = is.get(key);
    if (!other) noteAt('operation')(true, 'removed');
    else compareOperations({ ...shapes, noteAt }, operation, other);
  }
  for (const [key, { name }] of is) if (!was.has(key)) createNotes(changes, name)('operation')(false, 'added');
  return changes.toSorted((a, b) => Number(b.breaking) - Number(a.breaking));
}

function createNotes(changes: Change[], operation: string): (place: string) => Note {
  return (place) => (breaking, what, values) => changes.push({ breaking, operation, place, what, ...values });
}

function compareOperations(
  setting: Omit<Parameters<typeof compareAnswers>[0], 'direction'>,
  was: Operation,
  is: Operation,
): void {
  const { noteAt } = setting;
  if (was.isDeprecated !== is.isDeprecated) {
    noteAt('operation')(false, 'deprecated', { was: was.isDeprecated, is: is.isDeprecated });
  }
  compareSecurity(noteAt('security'), was.security, is.security);
  compareParameters({ ...setting, direction: 'request' }, '', was.parameters, is.parameters);
  compareBodies({ ...setting, direction: 'request' }, 'body', was.body, is.body);
  compareAnswers({ ...setting, direction: 'answer' }, was.answers, is.answers);
}

/** An operation without security accepts every client, even one that authenticates. */
function compareSecurity(note: Note, was: Operation['security'], is: Operation['security']): void {
  const wasOpen = was.size === 0 || was.has('');
  const isOpen = is.size === 0 || is.has('');
  for (const [key, way] of was) if (way !== '' && !is.has(key)) note(!isOpen, 'scheme', { was: way });
  for (const [key, way] of is) if (way !== '' && !was.has(key)) note(wasOpen && !isOpen, 'scheme', { is: way });
}
