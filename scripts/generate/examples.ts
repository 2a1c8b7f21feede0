import { readFile } from 'node:fs/promises';

const clients = new URL('../../test/clients/', import.meta.url);

/** The example clients of several modules, by the name of the module that starts. */
export const starts: readonly string[] = ['vibefollow-job', 'yellow-job'];

/** Joins a client and the modules that it imports into one program without imports of its own. */
export async function toProgram(name: string): Promise<string> {
  const modules = new Map<string, string>();
  await collect(`${name}.ts`, modules);
  const texts = [...modules.values()];
  const [, head = '', start = ''] = /^((?:\/\/.*\n)+)([^]*)$/.exec(texts.pop() ?? '') ?? [];
  const lines = texts.flatMap((text) => text.match(ofNode) ?? []);
  const parts = [...texts, start].map((text) =>
    text
      .replaceAll(ofNode, '')
      .replaceAll(/^export /gm, '')
      .trim(),
  );
  return `${[head + lines.join('\n'), ...parts].map((part) => part.trim()).join('\n\n')}\n`;
}

const ofNode = /^import .* from 'node:.*$/gm;
const ofOwn = /^import [^;]* from '\.\/(.*)';\n/gm;

/** Adds the texts of a module and of those that it imports, the imported ones first. */
async function collect(file: string, modules: Map<string, string>): Promise<void> {
  const text = await readFile(new URL(file, clients), 'utf8');
  for (const [, imported = ''] of text.matchAll(ofOwn)) if (!modules.has(imported)) await collect(imported, modules);
  modules.set(file, text.replaceAll(ofOwn, ''));
}
