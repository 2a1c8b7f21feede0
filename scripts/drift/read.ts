import { basename, dirname, relative } from 'node:path';
import { bundle, createConfig, YamlParseError, type NormalizedProblem } from '@redocly/openapi-core';
import { isObject, type Json } from './json.ts';

const allowed = 'Give the path of an OpenAPI document of version 3.0 or 3.1, YAML or JSON.';

/**
 * Reads an OpenAPI document together with the other files that it refers to.
 *
 * @throws If the file is invalid. The message says in one line what is wrong and what is allowed.
 */
export async function readDocument(file: string, path = file): Promise<Json> {
  const { bundle: whole, problems } = await bundleFile(file, path);
  const document: unknown = whole.parsed;
  const version = toVersion(document);
  if (!isObject(document) || !/^OpenAPI "3\.[01](\.|"$)/.test(version)) fail(file, `it is ${version}. ${allowed}`);
  if (!isObject(document['paths'])) fail(file, `it has no paths. ${allowed}`);
  // The bundler also warns, for example of a new name for one of two files that have the same name.
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem) fail(file, `${problem.message}${toPlace(problem, path)}. Give it with all files that it refers to.`);
  return document;
}

/** Where a problem is. The file is named only if it is another one. */
function toPlace({ location: [place] }: NormalizedProblem, path: string): string {
  if (!place || !('pointer' in place)) return '';
  const inside = relative(dirname(path), place.source.absoluteRef);
  return ` at ${inside === basename(path) ? '' : inside}${place.pointer ?? '#/'}`;
}

async function bundleFile(file: string, path: string): ReturnType<typeof bundle> {
  try {
    return await bundle({ ref: path, config: await createConfig({}) });
  } catch (error) {
    const message = toMessage(error);
    if (error instanceof YamlParseError) fail(file, `it is no YAML or JSON: ${message}. ${allowed}`, error);
    const { code } = ((error as { originalError?: unknown }).originalError ?? error) as NodeJS.ErrnoException;
    if (code === 'ENOENT') fail(file, `there is no such file. ${allowed}`, error);
    if (error instanceof RangeError) fail(file, `it holds itself without end. ${allowed}`, error);
    fail(file, `${message}. ${allowed}`, error);
  }
}

/** The message of the parser. It may end in a full stop. */
function toMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.+$/, '');
}

function toVersion(document: unknown): string {
  if (!isObject(document)) return 'no OpenAPI document';
  const { openapi, swagger } = document;
  if (swagger !== undefined) return `Swagger ${JSON.stringify(swagger)}`;
  return openapi === undefined ? 'no OpenAPI document' : `OpenAPI ${JSON.stringify(openapi)}`;
}

/** Never returns. */
export function fail(file: string, problem: string, cause?: unknown): never {
  throw new Error(`Failed to compare ${file}: ${problem}`, { cause });
}
