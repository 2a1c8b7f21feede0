import type { components } from './generated/admin.ts';
import { validateOptions, type ValidationError } from './generated/validators.ts';
import { toField, toMessage } from './problem.ts';

/** Every option, with defaults filled in. Options that settle a question of the sources carry its id (VF-1, YE-1, …). */
export type Options = components['schemas']['Options'];
export type VibeFollowOptions = components['schemas']['VibeFollowOptions'];
export type YellowOptions = components['schemas']['YellowOptions'];

/** What `createMock` and a configuration file take: any of the options. */
export type MockOptions = Chosen<Options>;

type Chosen<T> = T extends readonly unknown[] ? T : T extends object ? { [Key in keyof T]?: Chosen<T[Key]> } : T;

/**
 * Fills in what is left out.
 *
 * @throws For an unknown option or an impossible value, saying what is allowed.
 */
export function toOptions(given: MockOptions = {}): Options {
  const options = copy(given);
  if (!validateOptions(options)) throw new Error(`Failed to create a mock: ${explain(validateOptions.errors ?? [])}.`);
  return options as Options;
}

/** The last error sums up the ones before it. */
function explain(errors: readonly ValidationError[]): string {
  const error = errors.at(-1);
  if (error === undefined) return 'its options are invalid';
  const { keyword, instancePath, params, parentSchema = {}, data } = error;
  const path = toField({ ...error, keyword: '' });
  if (keyword === 'additionalProperties') {
    const name = [path, params['additionalProperty']].filter((part) => part !== '').join('.');
    return `unknown option "${name}". Use one of ${Object.keys(parentSchema['properties'] ?? {}).join(', ')}`;
  }
  if (keyword === 'propertyNames') {
    return `a name in ${path} is not of the form ${String(errors[0]?.params['pattern'])}`;
  }
  if (instancePath === '') return `${JSON.stringify(data)} is no object with options`;
  return `${path} is ${JSON.stringify(data)}. ${toMessage(error, 'It')}`;
}

/** A copy of plain objects and lists, so that filling in defaults leaves what was given alone. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copy(part)]));
}
