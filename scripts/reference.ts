// Writes docs/api/ from the doc comments of all exports, with a page for each entry point of package.json.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import {
  Application,
  ArrayType,
  Converter,
  IntrinsicType,
  ReflectionKind,
  type Context,
  type DeclarationReflection,
  type SomeType,
  type TypeDocOptions,
} from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';
import ts from 'typescript';
import { entries } from './entries.ts';

/** The entry points: page names and files. The types of the documents are generated, and have a page in docs/. */
const pages: Readonly<Record<string, string>> = Object.fromEntries(
  entries
    .filter(([, file]) => !file.includes('/generated/'))
    .map(([specifier, file]) => [specifier.split('/')[1] ?? specifier, file]),
);

const root = new URL('../', import.meta.url);
const folder = new URL('docs/api/', root);

const options: Partial<TypeDocOptions & PluginOptions> = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: Object.values(pages),
  tsconfig: 'tsconfig.json',
  out: fileURLToPath(folder),
  readme: 'none',
  router: 'module',
  logLevel: 'Warn',
  skipErrorChecking: true, // `npm run types` does that
  validation: {
    notExported: true,
    invalidLink: true,
    notDocumented: true,
    rewrittenLink: true,
    unusedMergeModuleWith: true,
  },
  requiredToBeDocumented: ['Function', 'Variable', 'Interface', 'TypeAlias'],
  // Exports that users do not need by name.
  intentionallyNotExported: [
    'VibeFollowModels',
    'YellowModels',
    'src/http/request.ts:Headers',
    'src/adapters/read-body.ts:Request',
  ],
  disableSources: true,
  disableGit: true,
  excludeExternals: true,
  sort: [],
  groupOrder: ['Functions', 'Variables', 'Interfaces', 'Type Aliases'],
  blockTags: ['@default', '@example', '@param', '@throws'],
  hidePageHeader: true,
  hideBreadcrumbs: true,
  expandParameters: true,
  useCodeBlocks: true,
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  parametersFormat: 'table',
  tableColumnSettings: { hideModifiers: true, hideInherited: true, hideDefaults: true, hideSources: true },
};

await writeReference();

/** A warning of TypeDoc means a missing export or a missing comment, so it is an error here. */
async function writeReference(): Promise<void> {
  const app = await Application.bootstrapWithPlugins(options);
  keepNames(app.converter);
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_context: Context, made: DeclarationReflection) =>
    polish(made),
  );
  const project = await app.convert();
  if (project) app.validate(project);
  if (!project || app.logger.warningCount + app.logger.errorCount > 0) throw new Error('The API reference has holes.');
  await rm(folder, { recursive: true, force: true });
  await app.generateOutputs(project);
  for (const name of Object.keys(pages))
    await write(`${name}.md`, tidy(await readFile(new URL(`${name}.md`, folder), 'utf8')));
  await write('README.md', await toContents());
}

/** Prints types as in the source. Parts of the OpenAPI documents have their public names, or are expanded. */
function keepNames(converter: Converter): void {
  const convert = converter.convertType.bind(converter);
  let names: ReadonlyMap<unknown, ts.Symbol> | undefined;

  function name(context: Context, type: ts.Type): SomeType {
    names ??= findNames(context);
    const [item] = context.checker.isArrayType(type) ? context.checker.getTypeArguments(type as ts.TypeReference) : [];
    if (item) return new ArrayType(name(context, item));
    const symbol = names.get(toKey(context, type));
    return symbol ? context.createSymbolReference(symbol, context, symbol.name) : convert(context, type);
  }

  converter.convertType = (context: Context, given?: ts.Type | ts.TypeNode, node?: ts.TypeNode): SomeType => {
    if (given && !isNode(given) && !node)
      return isInferred(given) ? new IntrinsicType('object') : convert(context, given);
    const written = given && isNode(given) ? given : node;
    if (!written?.getText().includes('components[')) return convert(context, written);
    const type = context.checker.getTypeFromTypeNode(written);
    // The declaration of a name is expanded.
    return ts.isTypeAliasDeclaration(written.parent) ? convert(context, type) : name(context, type);
  };
}

function isNode(given: ts.Type | ts.TypeNode): given is ts.TypeNode {
  return 'kind' in given;
}

/** Whether a type is inferred from an object literal. */
function isInferred({ symbol }: { readonly symbol?: ts.Symbol }): boolean {
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.ObjectLiteral) !== 0;
}

/** The types that have names in the entry points. */
function findNames(context: Context): Map<unknown, ts.Symbol> {
  const { checker, program } = context;
  const files = Object.values(pages).map((file) => program.getSourceFile(fileURLToPath(new URL(file, root))));
  const modules = files.flatMap((file) => (file && checker.getSymbolAtLocation(file)) ?? []);
  const exported = modules.flatMap((module) => checker.getExportsOfModule(module));
  const symbols = exported.map((one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one));
  return new Map(
    symbols
      .filter(({ flags }) => flags & ts.SymbolFlags.TypeAlias)
      .flatMap((symbol) => {
        const type = checker.getDeclaredTypeOfSymbol(symbol);
        // The type inside `Readonly<…>` counts too, because parts of the documents refer to each other in this form.
        return [type, ...(type.aliasTypeArguments ?? [])].map((one): [unknown, ts.Symbol] => [
          toKey(context, one),
          symbol,
        ]);
      }),
  );
}

/** A key for a type. Unions with the same members have the same key. */
function toKey({ checker }: Context, type: ts.Type): unknown {
  return type.isUnion() ? JSON.stringify(type.types.map((one) => checker.typeToString(one)).sort()) : type;
}

/** Modules are named by their pages. */
function polish(made: DeclarationReflection): void {
  if (made.kind === ReflectionKind.Module)
    made.name = Object.keys(pages).find((name) => pages[name]?.endsWith(`${made.name}.ts`)) ?? made.name;
}

/** Removes repetitions of signatures and table rows, and anchors without links. */
function tidy(text: string): string {
  return text
    .replace(/^# (.+)$/m, (_, name: string) => `# \`${toImport(name)}\``)
    .replaceAll(/^#+ Parameters\n\n\| Parameter \| Type \|\n(?:\|.*\n)+\n?/gm, '')
    .replaceAll(/^#+ Returns\n\n(?:(?!#|\*\*\*).*\n)*/gm, '')
    .replaceAll(/^#+ (Throws|Example)\n\n/gm, '**$1**\n\n')
    .replaceAll(/<a id="[^"]+"><\/a> /g, '')
    .replaceAll(/^\| `\w+\??\.(?:[^`]*\.[^`]*` .*|.* \| - \|)\n/gm, '')
    .replaceAll(/^\*\*\*\n\n/gm, '');
}

/** The names on each page, with links to their headings. GitHub numbers equal headings. */
async function toContents(): Promise<string> {
  const lines = Object.keys(pages).map(async (name) => {
    const seen = new Map<string, number>();
    const links = [...(await readFile(new URL(`${name}.md`, folder), 'utf8')).matchAll(/^(#+) (\w+)/gm)].flatMap(
      ([, level, heading = '']) => {
        const anchor = heading.toLowerCase();
        const count = seen.get(anchor) ?? 0;
        seen.set(anchor, count + 1);
        return level === '###' ? [`[\`${heading}\`](${name}.md#${count === 0 ? anchor : `${anchor}-${count}`})`] : [];
      },
    );
    return `- [\`${toImport(name)}\`](${name}.md): ${links.join(', ')}`;
  });
  return `# API reference\n\nWritten from the doc comments by \`npm run reference\`.\n\n${(await Promise.all(lines)).join('\n')}\n`;
}

function toImport(name: string): string {
  return name === 'vf-mock' ? name : `vf-mock/${name}`;
}

async function write(name: string, text: string): Promise<void> {
  const file = new URL(name, folder);
  const formatted = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
  // Columns of equal width would double the size of the pages in the package.
  await writeFile(file, formatted.replaceAll(/^\|.*\|$/gm, toCompactRow));
}

function toCompactRow(row: string): string {
  return row.replaceAll(/ {2,}\|/g, ' |').replaceAll(/-{4,}/g, '---');
}
