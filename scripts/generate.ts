// Generates src/generated/ from openapi/ (types, validators, the documents as values, the version), the documents for
// mocks and proxies, the lists of admin.yaml that repeat parts of the vendors' documents, the example clients of one file,
// and the tables of the README and of docs/.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { apis, checkFacts, checkOperationIds, readDocument, toFile, type Document } from './generate/documents.ts';
import { starts, toProgram } from './generate/examples.ts';
import { fillLists } from './generate/lists.ts';
import { toPlainNames, toTypesModule } from './generate/plain-names.ts';
import { toServerDocument } from './generate/server-document.ts';
import { toTypes } from './generate/types.ts';
import { toValidatorsModule } from './generate/validators.ts';
import { toDocumentsModule, toJson } from './generate/values.ts';

const target = new URL('../src/generated/', import.meta.url);
const banner = '// Generated from openapi/ by `npm run generate`. Do not edit.\n';

const documents: Record<string, Document> = {};
for (const name of [...apis, 'admin']) documents[name] = await readDocument(name);
const { admin: _, ...ofVendors } = documents;
const problems = [...checkOperationIds(documents), ...checkFacts(ofVendors)];
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}

await writeFile(toFile('admin'), fillLists(await readFile(toFile('admin'), 'utf8'), ofVendors));
documents['admin'] = await readDocument('admin');
for (const name of apis) {
  await writeFile(toFile(`${name}.server`), toServerDocument(name, await readFile(toFile(name), 'utf8')));
}

await mkdir(target, { recursive: true });
// The page is bundled by another script.
for (const file of await readdir(target))
  if (file !== 'page.json') await rm(new URL(file, target), { recursive: true });
for (const [name, document] of Object.entries(documents)) {
  await write(`${name}.json`, toJson(document));
  const names = apis.includes(name) ? `\n${toPlainNames(document)}` : '';
  await write(`${name}.ts`, banner + (await toTypes(document)) + names);
}
await write('types.ts', banner + toTypesModule(apis));
await write('documents.ts', banner + toDocumentsModule(Object.keys(documents)));
await write('version.ts', banner + (await toVersionModule()));
await write('validators.ts', banner + (await toValidatorsModule(documents)));
for (const name of starts) {
  await writeFile(new URL(`../docs/examples/${name}.mts`, import.meta.url), await toProgram(name));
}
// These modules read the files that were just written.
const { writeReadme } = await import('./readme.ts');
await writeReadme();

async function write(file: string, content: string): Promise<void> {
  await writeFile(new URL(file, target), `${content.trimEnd()}\n`);
}

async function toVersionModule(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  return `/** Version of the package. */\nexport const version: string = '${version}';`;
}
