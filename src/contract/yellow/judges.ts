import type { operations } from '../../generated/yellow.ts';
import type { Step } from '../story.ts';

/** The body of a success. */
export type Ok<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** Finds a property whose type is not `Custom`. */
export function isCustom(name: string): NonNullable<Step['judge']> {
  return ({ body }) =>
    differ(`the propertyType of ${name}`, (body as Ok<'getUser'>).data[name]?.propertyType, 'Custom');
}

/** Properties of a user by name. A property with the value `undefined` must not be there. */
type Properties = Readonly<Record<string, string | undefined>>;

/** A user by the other reading of an open question. */
export interface OtherReading {
  readonly id: string;
  readonly user: Properties;
}

/** Finds the first property of a user that is not right, and the question if it is that of another reading. */
export function hasUser(right: Properties, other?: OtherReading): NonNullable<Step['judge']> {
  return ({ body }) => {
    const { data } = body as Ok<'getUser'>;
    const find = (user: Properties): string | undefined =>
      Object.entries(user)
        .map(([name, value]) => differ(name, data[name]?.value, value))
        .find((problem) => problem !== undefined);
    const problem = find(right);
    const isOther = other !== undefined && problem !== undefined && find(other.user) === undefined;
    return isOther ? `${problem} (${other.id})` : problem;
  };
}

export function differ(what: string, given: unknown, right: unknown): string | undefined {
  const toText = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));
  return given === right ? undefined : `${what} is ${toText(given)} instead of ${toText(right)}`;
}
