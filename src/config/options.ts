import { explainErrors } from './explain-error.ts';
import type { components } from '../generated/admin.ts';
import { validateOptions } from '../generated/validators.ts';
import type { ApiName } from '../openapi/router.ts';

/**
 * Every option, with defaults filled in. Some options decide a question that the vendor's documentation leaves open.
 * Their comments name the id of the question (VF-1, YE-1, …).
 *
 * @interface
 */
export type Options = components['schemas']['Options'];
/**
 * Options of the VibeFollow API.
 *
 * @interface
 */
export type VibeFollowOptions = components['schemas']['VibeFollowOptions'];
/**
 * Options of the Yellow.ai API.
 *
 * @interface
 */
export type YellowOptions = components['schemas']['YellowOptions'];

/**
 * The options of `createMock` and of a configuration file. Every option may be left out.
 *
 * @interface
 */
export type MockOptions = Chosen<Options>;

/** The options of each API, by its name. */
export type ApiOptions = Pick<MockOptions, ApiName>;

type Chosen<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends object
    ? { [Key in keyof T]?: Chosen<T[Key]> }
    : T;

/**
 * Fills in the default of each option that is left out. `task` is the task that needs the options, for error messages.
 *
 * @throws For an unknown option or an impossible value. The message says what is allowed.
 */
export function toOptions(given: MockOptions = {}, task = 'create a mock'): Options {
  const options = clonePlain(given, 32, task);
  if (validateOptions(options)) return options as Options;
  throw new Error(`Failed to ${task}: ${explainErrors(validateOptions.errors ?? [], 'the options object')}.`);
}

/** A copy of plain objects and lists, so that the defaults do not go into the caller's own object. */
function clonePlain(value: unknown, levels: number, task: string): unknown {
  if (levels === 0) throw new Error(`Failed to ${task}: its options are nested without end.`);
  if (Array.isArray(value)) return value.map((part) => clonePlain(part, levels - 1, task));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, clonePlain(part, levels - 1, task)]));
}
