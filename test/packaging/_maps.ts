import { posix } from 'node:path';
import { files, read } from './_package.ts';

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourceRoot?: string;
  readonly sourcesContent?: readonly (string | null)[];
}

/** The maps by their files. A small map is a part of its file. */
export const maps = files.flatMap((file): [string, SourceMap][] => {
  const [, url = ''] = /^dist\/.*\.(?:js|d\.ts)$/.test(file)
    ? (/\n\/\/# sourceMappingURL=(.*)/.exec(read(file)) ?? [])
    : [];
  if (url === '') return [];
  const [, inline] = url.split('base64,');
  const text = inline === undefined ? read(posix.join('dist', url)) : Buffer.from(inline, 'base64').toString();
  return [[file, JSON.parse(text) as SourceMap]];
});

/** The sources of a map as paths in the package. */
export function toSources([, { sources, sourceRoot = '' }]: (typeof maps)[number]): string[] {
  return sources.map((source) => posix.join('dist', sourceRoot, source));
}

/** The sources of a map that are in the map itself, with their texts. */
export function toContents(map: (typeof maps)[number]): [string, string][] {
  const contents = map[1].sourcesContent ?? [];
  return toSources(map).flatMap((path, index) => (contents[index] ? [[path, contents[index]]] : []));
}

/** The texts of the sources that are only in maps. */
export const contents = new Map(maps.flatMap(toContents));
