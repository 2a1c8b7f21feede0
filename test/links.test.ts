import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const { files } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { files: string[] };
const names = await readdir(new URL('docs/', root), { recursive: true });
const pages = names.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
/** The package lacks the API reference, because editors show the same. */
const shipped = ['README.md', ...pages.filter((name) => !name.startsWith('docs/api/'))];

test.each(['README.md', ...pages, 'CONTRIBUTING.md', 'CHANGELOG.md'])(
  'every link of %s leads somewhere',
  async (path) => {
    const page = new URL(path, root);
    const links = findLinks(await readFile(page, 'utf8')).map((link) => new URL(link, page));
    const lost = links.filter((link) => link.protocol === 'file:' && !existsSync(new URL(link.pathname, root)));
    expect(lost.map(toPath)).toEqual([]);
    for (const link of links.filter(({ protocol, hash }) => protocol === 'file:' && hash !== '')) {
      const anchors = findAnchors(await readFile(new URL(link.pathname, root), 'utf8'));
      expect(anchors, `the headings of ${toPath(link)}`).toContain(link.hash.slice(1));
    }
  },
);

// Pictures stay outside, since they are large. The registry shows those of the repository.
test.each(shipped)('the links of %s stay within the package', async (path) => {
  const page = new URL(path, root);
  const text = await readFile(page, 'utf8');
  const links = findLinks(text.replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')).map((link) => new URL(link, page));
  const inside = [...files, 'README.md', 'LICENSE'];
  const barred = files.filter((name) => name.startsWith('!')).map((name) => name.slice(1));
  const outside = links
    .filter(({ protocol }) => protocol === 'file:')
    .map(toPath)
    .filter((target) => {
      const isIn = (one: string): boolean => target === one || target.startsWith(`${one}/`);
      return barred.some(isIn) || !inside.some(isIn);
    });
  expect(outside).toEqual([]);
});

test.each(shipped)('%s names no file that only the sources have', async (path) => {
  const text = await readFile(new URL(path, root), 'utf8');
  expect(text.match(/`(test|scripts|src)\/[^`]*`|\bthe repository\b/g) ?? []).toEqual([]);
});

test('every page can be reached from the README', async () => {
  const reached = new Set<string>();
  const open = ['README.md'];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    reached.add(path);
    const page = new URL(path, root);
    const next = findLinks(await readFile(page, 'utf8')).map((link) => toPath(new URL(link, page)));
    open.push(...next.filter((target) => shipped.includes(target) && !reached.has(target)));
  }
  expect([...reached].toSorted()).toEqual(shipped.toSorted());
});

function findLinks(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

/** The anchors that GitHub makes from headings. A repeated heading gets a number. */
function findAnchors(text: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '');
}

function toPath(link: URL): string {
  return decodeURIComponent(link.pathname).slice(fileURLToPath(root).length);
}
