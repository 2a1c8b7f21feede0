import { readFile } from 'node:fs/promises';
import type { Document, LineCounter, Node, Pair } from 'yaml';
import { explainErrors } from '../config/explain-error.ts';
import { validateOptions, type ValidationError } from '../generated/validators.ts';
import { createMock } from '../mock/mock.ts';
import type { MockOptions } from '../config/options.ts';
import { findScenario, mergeOptions, scenarios } from '../config/scenarios.ts';
import { suggest } from '../runtime/nearest.ts';
import type { Terminal } from './terminal.ts';

/** A parsed file. */
interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

const path = 'Give the path of a YAML or JSON file.';

/**
 * Merges the options of a configuration file and of scenarios. A scenario is a name or a file. Later options win.
 *
 * @throws A message of one line with the file, the line number if it is known, the problem and the allowed values.
 */
export async function readOptions(
  { toPath }: Pick<Terminal, 'toPath'>,
  config?: string,
  chosen: readonly string[] = [],
): Promise<MockOptions> {
  let options: MockOptions = {};
  if (config !== undefined) options = await readFileOf(`the configuration ${config}`, toPath(config));
  for (const name of chosen) {
    const what = `the scenario ${name}`;
    options = mergeOptions(options, findScenario(name)?.options ?? (await readFileOf(what, toPath(name))));
    assertOptions(what, options);
  }
  return options;
}

async function readFileOf(what: string, file: string): Promise<MockOptions> {
  try {
    return await parseFile(what, await readFile(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') throw toConfigError(what, `it is a directory. ${path}`, error);
    if (code !== 'ENOENT') throw error;
    const names = what.startsWith('the scenario')
      ? `${suggest(what.slice('the scenario '.length), Object.keys(scenarios)).slice(2)}, or g`
      : 'G';
    throw toConfigError(what, `there is no such file. ${names}${path.slice(1)}`, error);
  }
}

async function parseFile(what: string, text: string): Promise<MockOptions> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error?.code === 'MULTIPLE_DOCS')
    throw toConfigError(what, 'it holds several YAML documents. Leave only one in it.', error);
  // The message of the parser continues with an excerpt of the file.
  if (error) throw toConfigError(what, `it is no YAML or JSON. ${error.message.replace(/:?\n.*/s, '')}.`, error);
  // A file with comments only is null.
  const options = (resolveAliases(what, document) ?? {}) as MockOptions;
  assertOptions(what, options, { document, lines });
  return options;
}

function resolveAliases(what: string, document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const { message } = error as Error;
    const isBomb = message.startsWith('Excessive alias count');
    throw toConfigError(what, isBomb ? 'its aliases repeat too much. Use fewer, or none.' : `${message}.`, error);
  }
}

function assertOptions(what: string, options: MockOptions, parsed?: Parsed): void {
  try {
    createMock(options);
  } catch (error) {
    const { message } = error as Error;
    // An alias that contains itself has no end, so no place can be looked up.
    const isFinite = !message.endsWith('without end.');
    const line = parsed && isFinite && !validateOptions(options) && findLine(validateOptions.errors ?? [], parsed);
    const place = typeof line === 'number' ? `${what}, line ${line}` : what;
    throw toConfigError(place, message.replace(/^Failed to [^:]+: /, ''), error);
  }
}

function findLine(errors: readonly ValidationError[], { document, lines }: Parsed): number | undefined {
  // Several alternatives may fail. The explained error is the one that gives the same text alone.
  const text = explainErrors(errors, '');
  const error = errors.findLast((one) => explainErrors([one], '') === text) ?? errors.at(-1);
  if (error === undefined) return undefined;
  const names = error.instancePath.split('/').slice(1);
  const start = findNode(document, names.map(toName), error.params['additionalProperty'])?.range?.[0];
  return start === undefined ? undefined : lines.linePos(start).line;
}

/** The node of a path, or its nearest ancestor in the file. For an unknown name it is the name itself. */
function findNode(document: Document, names: readonly string[], unknown: unknown): Node | null | undefined {
  for (let length = names.length; length > 0; length -= 1) {
    const node = document.getIn(names.slice(0, length), true) as Node | undefined;
    if (node !== undefined) return findName(node, unknown) ?? node;
  }
  return document.contents && (findName(document.contents, unknown) ?? document.contents);
}

function findName(node: Node, name: unknown): Node | undefined {
  const pairs = name !== undefined && 'items' in node ? (node.items as Pair<Node & { value?: unknown }>[]) : [];
  return pairs.find(({ key }) => key.value === name)?.key;
}

function toName(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function toConfigError(what: string, message: string, cause: unknown): Error {
  return new Error(`Failed to use ${what}: ${message}`, { cause });
}
