import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A line and a column of a file, counted from 1. */
interface Place {
  readonly line: number;
  readonly offset: number;
}

interface Answer {
  readonly body?: readonly { readonly file: string; readonly start: Place }[];
}

const server = fileURLToPath(import.meta.resolve('typescript/lib/tsserver.js'));

/** Runs "Go to definition" as editors do. Returns the first definition for each place. */
export async function findDefinitions(
  file: string,
  places: readonly Place[],
): Promise<{ readonly file: string; readonly line: number }[]> {
  const child = spawn(process.execPath, [server, '--disableAutomaticTypingAcquisition'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const questions = places.map((place) => ({ command: 'definition', arguments: { file, ...place } }));
  for (const [seq, request] of [{ command: 'open', arguments: { file } }, ...questions].entries()) {
    child.stdin.write(`${JSON.stringify({ seq, type: 'request', ...request })}\n`);
  }
  const found: { file: string; line: number }[] = [];
  try {
    for await (const text of createInterface(child.stdout)) {
      if (!text.includes('"command":"definition"')) continue;
      const [first] = (JSON.parse(text) as Answer).body ?? [];
      found.push({ file: first?.file ?? '', line: first?.start.line ?? 0 });
      if (found.length === places.length) return found;
    }
    throw new Error('Failed to find definitions: the language server ended.');
  } finally {
    child.kill();
  }
}
