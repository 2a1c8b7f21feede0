import { toCaseLine } from '../certify/text.ts';
import type { CaseResult } from '../certify/report.ts';
import type { Terminal } from './terminal.ts';

/** Shows on stderr what has come of cases while others run. */
export interface Progress {
  show(result: CaseResult, done: number, total: number): void;
  end(): void;
}

/** On a terminal one line that changes, and a line for each case that failed; elsewhere a line for each case. */
export function createProgress({ stderr }: Pick<Terminal, 'stderr'>): Progress {
  const clear = stderr.isTTY ? '\r\u001B[K' : '';
  let isShown = false;
  return {
    show(result, done, total): void {
      isShown = true;
      const place = `[${String(done).padStart(String(total).length)}/${total}]`;
      const line = `${place} ${toCaseLine(result)}`;
      const isLast = !stderr.isTTY || result.outcome === 'failed';
      // A line that wraps could not be cleared.
      stderr.write(isLast ? `${clear}${line}\n` : `${clear}${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    end(): void {
      if (isShown) stderr.write(clear === '' ? '\n' : clear);
    },
  };
}
