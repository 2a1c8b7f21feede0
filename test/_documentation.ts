import { join } from 'node:path';
import ts from 'typescript';
import { documents } from 'vf-mock';

/** The hover of an editor for a name. */
export interface Hover {
  readonly name: string;
  readonly documentation: string;
}

/** A member of a type. Its name is its path, such as `MockOptions.vibefollow.drainRate`. */
export type Member = Hover;

/** Types that users read, and the imports that have them. The types of their members are included. */
export const publicTypes: readonly (readonly [name: string, specifier: string])[] = [
  ['Mock', 'vf-mock'],
  ['MockOptions', 'vf-mock'],
  ['FaultRule', 'vf-mock'],
  ['JournalFilter', 'vf-mock'],
  ['ClientCall', 'vf-mock'],
  ['Verdicts', 'vf-mock'],
  ['Coverage', 'vf-mock'],
  ['Rule', 'vf-mock'],
  ['StoredUser', 'vf-mock'],
  ['StoredUserFilter', 'vf-mock'],
  ['Task', 'vf-mock/certify'],
  ['RecordOptions', 'vf-mock/certify'],
  ['GeneratedRecord', 'vf-mock/certify'],
];

/** Whether an editor shows no text, or shows a tag as a text. */
export function isSilent({ documentation }: Hover): boolean {
  return documentation === '' || documentation.includes('@');
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  noEmit: true,
  types: [],
};

/** An editor with an open file in a folder. The file contains this code. */
function openEditor(folder: string, code: string): { service: ts.LanguageService; file: string } {
  const file = join(folder, 'user.mts');
  const service = ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => options,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot(name): ts.IScriptSnapshot | undefined {
      const text = name === file ? code : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
  });
  return { service, file };
}

/** The hover of each property of the object literals in the code. */
export function hoverProperties(folder: string, code: string): Hover[] {
  const { service, file } = openEditor(folder, code);
  const source = service.getProgram()?.getSourceFile(file);
  const found: Hover[] = [];
  function visit(node: ts.Node): void {
    if (ts.isPropertyAssignment(node)) {
      const { documentation } = service.getQuickInfoAtPosition(file, node.name.getStart()) ?? {};
      found.push({ name: node.name.getText(), documentation: ts.displayPartsToString(documentation) });
    }
    node.forEachChild(visit);
  }
  if (source) visit(source);
  return found;
}

/** Lists the members of an exported type at every level, with the documentation that editors show. */
export function listMembers(folder: string, module: string, name: string): Member[] {
  const { service, file } = openEditor(folder, `import type { ${name} } from '${module}';\nexport let it: ${name};`);
  const program = service.getProgram();
  const checker = program?.getTypeChecker();
  const statement = program?.getSourceFile(file)?.statements.at(-1);
  if (!checker || !statement || !ts.isVariableStatement(statement)) throw new Error('There is no program');
  const { of, visit } = createWalk(checker);
  return statement.declarationList.declarations.flatMap((one) => visit(name, of(one)));
}

/** Whether the language or a library contains the declaration. */
function isForeign(declaration: ts.Declaration): boolean {
  return /\/node_modules\/(?!vf-mock\/)/.test(declaration.getSourceFile().fileName);
}

interface Walk {
  of(node: ts.Node): ts.Type;
  visit(path: string, type: ts.Type): Member[];
}

function createWalk(checker: ts.TypeChecker): Walk {
  const seen = new Set<ts.Type>();

  function visit(path: string, type: ts.Type): Member[] {
    if (type.isUnion()) return type.types.flatMap((part) => visit(toPath(path, part), part));
    if (checker.isArrayType(type)) {
      return checker.getTypeArguments(type as ts.TypeReference).flatMap((item) => visit(path, item));
    }
    const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
    if (!isObject || type.getCallSignatures().length > 0 || seen.has(type)) return [];
    seen.add(type);
    return checker.getPropertiesOfType(type).flatMap((property) => toMembers(`${path}.${property.name}`, property));
  }

  function toMembers(name: string, property: ts.Symbol): Member[] {
    const own = { name, documentation: ts.displayPartsToString(property.getDocumentationComment(checker)) };
    const declarations = property.declarations ?? [];
    return declarations.some(isForeign) ? [] : [own, ...visit(name, checker.getTypeOfSymbol(property))];
  }

  /** The path of a part of a type. A member of a union is named by its kind, if it has one. */
  function toPath(path: string, part: ts.Type): string {
    const kind = part.getProperty('kind');
    return kind ? `${path}<${checker.typeToString(checker.getTypeOfSymbol(kind))}>` : path;
  }

  return { of: (node) => checker.getTypeAtLocation(node), visit };
}

interface Schema {
  readonly $ref?: string;
  readonly const?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The code of an object for each alternative of a schema of admin.yaml. An object has all properties. */
export function toLiterals(name: string): string[] {
  return write({ $ref: name });
}

function write({ $ref, const: only, anyOf, items, properties }: Schema): string[] {
  if ($ref !== undefined) return write(documents.admin.components.schemas[$ref.split('/').at(-1) ?? ''] as Schema);
  if (only !== undefined) return [JSON.stringify(only)];
  if (anyOf) return anyOf.flatMap(write).filter((code, at, all) => code.startsWith('{') || all.indexOf(code) === at);
  if (items) return [`[${write(items).join()}]`];
  if (!properties) return ['null!'];
  const written = Object.entries(properties).map(([name, schema]) => ({ name, codes: write(schema) }));
  const count = Math.max(...written.map(({ codes }) => codes.length));
  return Array.from({ length: count }, (_, at) => {
    const parts = written.map(({ name, codes }) => `${name}: ${codes[at] ?? codes.at(-1) ?? ''}`);
    return `{ ${parts.join(', ')} }`;
  });
}
