import { admin } from '../generated/documents.ts';

/** The part of the schema of an option that is read here. */
interface OptionSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, OptionSchema>>;
  readonly 'x-secret'?: boolean;
}

/** The paths of the options that the document marks with `x-secret`, such as `adminToken`. */
let secretPaths: readonly string[] | undefined;

/** Whether an option is a secret or part of a secret. `path` is its path, such as `adminToken`. */
export function isSecretOption(path: string): boolean {
  // The paths are found on first use, because most runs never show an option.
  secretPaths ??= findSecrets({ $ref: '#/components/schemas/Options' }, []);
  return secretPaths.some((secret) => path === secret || path.startsWith(`${secret}.`));
}

/** The options with `…` in place of each secret. */
export function maskSecretOptions<Options extends object>(options: Options): Options {
  return maskAll(options, '') as Options;
}

/** The texts in the secrets, such as the keys of each bot. */
export function listSecrets(options: object): string[] {
  secretPaths ??= findSecrets({ $ref: '#/components/schemas/Options' }, []);
  return secretPaths.flatMap((path) => listTexts(path.split('.').reduce(valueOf, options)));
}

/** Lists the texts in the secrets again and again. A list that equals the one before is the same object. */
export function createSecretList(options: object): () => readonly string[] {
  let last: readonly string[] = [];
  return () => {
    const secrets = listSecrets(options);
    if (secrets.length !== last.length || secrets.some((secret, at) => secret !== last[at])) last = secrets;
    return last;
  };
}

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

function valueOf(object: unknown, name: string): unknown {
  return (object as Readonly<Record<string, unknown>> | undefined)?.[name];
}

function maskAll(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => maskAll(item, path));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, part]) => [name, maskAll(part, toPath(path, name))]);
    return Object.fromEntries(entries) as unknown;
  }
  return isSecretOption(path) ? '…' : value;
}

function findSecrets(given: OptionSchema, path: readonly string[]): string[] {
  const name = given.$ref?.split('/').at(-1);
  const schema = name === undefined ? given : (admin.components.schemas[name] as OptionSchema);
  if (schema['x-secret'] === true) return [path.join('.')];
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => findSecrets(inner, [...path, key]));
}

function toPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
