import { isNode, parseDocument } from 'yaml';
import { operationsOf, resolve, type Document, type Json, type PlacedOperation } from './documents.ts';

/** A part of a text, and the text that replaces it. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The refusal of coded bodies, in a form that a mock can check. In the main document it would be a parameter of clients. */
const identity = '{ name: Content-Encoding, in: header, schema: { type: string, enum: [identity] } }';

/**
 * The document of an API for mocks and proxies. Where the API judges record by record, the list takes any items. The
 * operations that refuse coded bodies say so. The text is otherwise that of the document, with its comments.
 */
export function toServerDocument(name: string, text: string): string {
  const parsed = parseDocument(text);
  const document = parsed.toJS() as Document;
  const operations = operationsOf(document);
  const loose = operations.filter((placed) => isLoose(placed, document));
  const coded = operations.filter(({ operation }) => '415' in operation.responses);
  const edits = [
    toEdit(['info', 'title'], (title) => `${title}, for mocks and proxies`),
    ...coded.map((placed) => toEdit([...toPath(placed), 'parameters', '0'], addParameter)),
    ...loose.map((placed) => toEdit(toItemsPath(placed), () => '{} # The answer lists the invalid ones.')),
  ];
  return toHeader(name, loose) + applyEdits(text, edits);

  function toEdit(path: readonly string[], change: (source: string, start: number) => string): Edit {
    const node = parsed.getIn(path, true);
    if (!isNode(node) || !node.range) throw new Error(`openapi/${name}.yaml has no ${path.join(' ')}.`);
    const [start, end] = node.range;
    return { start, end, text: change(text.slice(start, end), start) };
  }

  /** Before the first parameter, on a line of its own. */
  function addParameter(first: string, start: number): string {
    return `${identity}\n${text.slice(text.lastIndexOf('\n', start) + 1, start)}${first}`;
  }
}

/** Whether an invalid record does not refuse the whole list. */
function isLoose({ operation: { 'x-records': records, responses } }: PlacedOperation, document: Document): boolean {
  const isListed = Object.values(responses).some((one) => resolve(one as Json, document)['x-lists-rejected'] === true);
  return records?.judged === 'separately' && isListed;
}

function toPath({ method, path }: PlacedOperation): string[] {
  return ['paths', path, method.toLowerCase()];
}

function toItemsPath(placed: PlacedOperation): string[] {
  const body = ['requestBody', 'content', 'application/json', 'schema', 'properties'];
  return [...toPath(placed), ...body, toList(placed), 'items'];
}

function toList({ operation }: PlacedOperation): string {
  return operation['x-records']?.property ?? '';
}

function applyEdits(whole: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((made, { start, end, text }) => made.slice(0, start) + text + made.slice(end), whole);
}

function toHeader(name: string, loose: readonly PlacedOperation[]): string {
  const lists = loose.map((placed) => `${toList(placed)} of ${placed.operation.operationId}`).join(', ');
  return `# Generated from ${name}.yaml by \`npm run generate\`. Do not edit.
#
# For mocks and proxies, such as Prism. Where the API judges record by record, the list takes any items.
# Here: ${lists === '' ? 'no list, because one invalid record refuses the whole request' : lists}.
# To generate clients and types, use ${name}.yaml, which has the type of the items.
`;
}
