// Bundles src/page/ into one HTML file, and writes it to src/generated/page.json for the server: `tsx scripts/page.ts`.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { operationsOf } from '../src/openapi/document.ts';
import { apiNames, type ApiName } from '../src/openapi/router.ts';
import { factsOf } from '../src/openapi/facts.ts';
import type { VendorFacts } from '../src/page/facts.ts';
import { palette } from '../src/report/palette.ts';

/** Maximum number of bytes of the page after gzip. */
const pageBudget = 60 * 1024;
/** What a reader can try on an empty page. */
const examples = {
  curl: `curl -i {origin}/api/v1/users/bulk \\
  -H "Authorization: Bearer sk_test_00000000000000000000000000000000" \\
  -H "Content-Type: application/json" \\
  -d '{"users":[{"external_user_id":"usr_1"},{"external_user_id":"usr_2","email":"nobody"}]}'`,
  job: `npx vf-mock records --count 6000 --invalid 0.001 > users.ndjson
split -l 200 users.ndjson chunk-
for file in chunk-*; do
  (printf '{"users":['; paste -sd , "$file"; printf ']}') |
    curl -s -o /dev/null {origin}/api/v1/users/bulk \\
      -H "Authorization: Bearer sk_test_00000000000000000000000000000000" \\
      -H "Content-Type: application/json" --data-binary @-
done`,
  scenario: 'flaky',
};
const root = fileURLToPath(new URL('..', import.meta.url));
const file = new URL('../src/generated/page.json', import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) await writePage();

export async function writePage(): Promise<void> {
  const html = await bundlePage();
  const size = gzipSync(html).length;
  if (size > pageBudget)
    throw new Error(`The page has ${size} bytes after gzip, and at most ${pageBudget} are allowed.`);
  const quality = { [constants.BROTLI_PARAM_SIZE_HINT]: html.length };
  const text = JSON.stringify({ html: brotliCompressSync(html, { params: quality }).toString('base64') });
  // The file keeps its time if nothing has changed, so caches stay valid.
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return;
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text);
}

/** Vitest calls it before the tests. */
export const setup = writePage;

async function bundlePage(): Promise<string> {
  const script = await bundle('src/page/main.tsx');
  const style = palette + (await bundle('src/page/page.css'));
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const frame = await readFile(`${root}/src/page/page.html`, 'utf8');
  const parts: Readonly<Record<string, string>> = { policy, style, script };
  return frame.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

async function bundle(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/${path}`],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { VENDORS: JSON.stringify(apiNames.map(toFacts)), EXAMPLES: JSON.stringify(examples) },
    logLevel: 'warning',
  });
  // The text stands in a `<script>` element, which the first `</script` would end.
  return (outputFiles[0]?.text ?? '').trim().replaceAll('</script', String.raw`<\/script`);
}

/** What the page says of an API, by its document. */
function toFacts(api: ApiName): VendorFacts {
  const { vendor, basePath } = factsOf(api);
  return { vendor, basePath, operations: operationsOf(api).map(({ id }) => id) };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
