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
  const options = copy(given, 32);
  if (validateOptions(options)) return options as Options;
  const problem = explain(validateOptions.errors ?? []).replaceAll(/(sk_(?:live|test)_)[\w-]*([\w-]{4})/g, '$1…$2');
  throw new Error(`Failed to create a mock: ${problem}.`);
}

/** The last error sums up the ones before it. */
function explain(errors: readonly ValidationError[]): string {
  const error = errors.at(-1);
  if (error === undefined) return 'its options are invalid';
  const { keyword, params, parentSchema = {}, data } = error;
  const path = toField({ ...error, keyword: '' });
  switch (keyword) {
    case 'additionalProperties': {
      const name = path === '' ? params['additionalProperty'] : `${path}.${String(params['additionalProperty'])}`;
      return `unknown option "${String(name)}". Use one of ${Object.keys(parentSchema['properties'] ?? {}).join(', ')}`;
    }
    case 'propertyNames':
      return `a name in ${path} is not of the form ${String(errors[0]?.params['pattern'])}`;
    case 'required':
      return `${path} is ${show(data, path)}: ${toMessage(error, 'it')}`;
    case 'anyOf':
    case 'format':
      return `${path} is ${show(data, path)}, which is not this: ${String(parentSchema['description']).replace(/\.$/, '')}`;
    default:
      return `${path === '' ? 'the whole' : path} is ${show(data, path)}; ${toMessage({ ...error, instancePath: '' }, 'it')}`;
  }
}

/** A value as it may be printed: not at length, and no keys. */
function show(value: unknown, path: string): string {
  if (path.startsWith('yellow.keys') || typeof value === 'function')
    return typeof value === 'function' ? 'a function' : 'hidden here';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** A copy of plain objects and lists, so that filling in defaults leaves what was given alone. */
function copy(value: unknown, levels: number): unknown {
  if (levels === 0) throw new Error('Failed to create a mock: its options are nested without end.');
  if (Array.isArray(value)) return value.map((part) => copy(part, levels - 1));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copy(part, levels - 1)]));
}
