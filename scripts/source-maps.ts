// What the build does to the source maps, for tsdown.config.ts.
import { readFile } from 'node:fs/promises';
import { decode, encode, type SourceMapMappings } from '@jridgewell/sourcemap-codec';
import type { Rolldown } from 'tsdown';

/** The sources in `dist/src/`. The build of the types tells them to the build of the code, which runs at the same time. */
let tellShipped: (sources: ReadonlySet<string>) => void;
const shipped = new Promise<ReadonlySet<string>>((resolve) => {
  tellShipped = resolve;
});

export interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly mappings: SourceMapMappings;
}

/** A map of fewer characters is a part of its file, because each file takes at least 4 KiB on a disk. */
const smallMap = 2000;

/** Changes the maps whose names end so. */
export function changeMaps(end: string, change: (map: SourceMap) => SourceMap | Promise<SourceMap>): Rolldown.Plugin {
  return {
    name: `change-maps-${end}`,
    async generateBundle(_options, bundle): Promise<void> {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith(end)) continue;
        const map = JSON.parse(String(file.source)) as { sources: string[]; mappings: string };
        const changed = await change({ sources: map.sources.map(toShipped), mappings: decode(map.mappings) });
        file.source = JSON.stringify({ ...map, names: [], ...changed, mappings: encode(changed.mappings) });
        if (file.source.length < smallMap) inlineMap(bundle, file.fileName, file.source);
      }
    },
  };
}

/** The place of a source beside its map: `src/x.ts` in `dist/`. The bundler names it `../src/x.ts`. */
function toShipped(source: string): string {
  return source.replace(/^\.\.\//, '');
}

/** Ships the sources of the types. Editors go to a definition only in a file. */
export function shipSources(): Rolldown.Plugin {
  return {
    name: 'ship-sources',
    async generateBundle(_options, bundle): Promise<void> {
      const maps = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.d.ts.map'));
      const named = maps.flatMap((file) =>
        file.type === 'asset' ? (JSON.parse(String(file.source)) as { sources: string[] }).sources : [],
      );
      const sources = new Set(named.map(toShipped).filter(isWritten));
      for (const fileName of sources) {
        this.emitFile({ type: 'asset', fileName, source: await readFile(fileName, 'utf8') });
      }
      tellShipped(sources);
    },
  };
}

/** Puts the other sources into the map, where debuggers read them. As files each would take at least 4 KiB. */
export async function addContents(map: SourceMap): Promise<SourceMap> {
  const files = await shipped;
  const sourcesContent = await Promise.all(
    map.sources.map(async (source) => (files.has(source) ? null : readFile(source, 'utf8'))),
  );
  return { ...map, sourcesContent };
}

function isWritten(source: string): boolean {
  return !source.includes('/generated/');
}

function inlineMap(bundle: Rolldown.OutputBundle, name: string, map: string): void {
  const chunk = bundle[name.slice(0, -'.map'.length)];
  if (chunk?.type !== 'chunk') throw new Error(`${name} is the map of no file`);
  // TypeScript reads a map of this kind only with its charset.
  const url = `data:application/json;charset=utf-8;base64,${Buffer.from(map).toString('base64')}`;
  chunk.code = chunk.code.replace(/(?<=\n\/\/# sourceMappingURL=).*/, url);
  Reflect.deleteProperty(bundle, name);
}

/** Stack traces and breakpoints need lines. Without columns a map takes a third of the space. */
export function keepFirstOfLine({ sources, mappings }: SourceMap): SourceMap {
  return { sources, mappings: mappings.map((line) => line.slice(0, 1)) };
}

/** What is generated is the same in the package as in the sources, so the package has it only once. */
export function leaveOutGenerated({ sources, mappings }: SourceMap): SourceMap {
  const kept = sources.filter(isWritten);
  const positions = sources.map((source) => kept.indexOf(source));
  const change = (segment: SourceMapMappings[number][number]): SourceMapMappings[number] => {
    if (segment.length === 1) return [segment];
    const [column, source, line, place] = segment;
    const position = positions[source] ?? -1;
    return position === -1 ? [] : [[column, position, line, place]];
  };
  return { sources: kept, mappings: mappings.map((line) => line.flatMap(change)) };
}
