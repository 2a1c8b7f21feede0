/** Where a server answers. */
export interface ServerOptions {
  /** Port to listen on. 0 selects a free port. @default 0 */
  readonly port?: number;
  /** Host name or address to listen on. @default '127.0.0.1' */
  readonly host?: string;
  /** The path that the APIs are beneath, such as `/proxy`. The admin API stays at `/__admin`. @default '' */
  readonly basePath?: string;
}

/** Visible characters that no client encodes. The segments `.` and `..` are none, since clients resolve them. */
const form = /^(\/(?!\.{1,2}(\/|$))[\w\-.~!$&'()*+,;=:@]+)*\/?$/;

/** What is wrong with a base path. `undefined` if nothing is. */
export function checkBasePath(given: string): string | undefined {
  if (/^\/__admin(\/|$)/.test(given)) return 'Use another path, since the admin API is at /__admin.';
  if (form.test(given)) return undefined;
  return 'Use a path such as /proxy, without percent-encoding.';
}

/**
 * A base path without the slash at its end.
 *
 * @throws For a text that is no base path.
 */
export function toPrefix(given: string): string {
  const problem = checkBasePath(given);
  if (problem === undefined) return given.replace(/\/$/, '');
  throw new Error(`Failed to listen: ${JSON.stringify(given)} is no base path. ${problem}`);
}
