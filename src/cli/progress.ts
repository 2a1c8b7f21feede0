import { toCaseLine } from '../certify/text.ts';
import type { CaseResult } from '../certify/report.ts';
import type { Terminal } from './terminal.ts';

/** Shows the results of finished cases on stderr while other cases run. */
export interface Progress {
  show(result: CaseResult, done: number, total: number): void;
  end(): void;
}

/** On a terminal it is one changing line, and one line for each failed case. Elsewhere each case has a line. */
export function createProgress({ stderr }: Pick<Terminal, 'stderr'>): Progress {
  const clear = stderr.isTTY ? '\r\u001B[K' : '';
  let isShown = false;
  return {
    show(result, done, total): void {
      isShown = true;
      const place = `[${String(done).padStart(String(total).length)}/${total}]`;
      const line = `${place} ${toCaseLine(result)}`;
      const isLast = !stderr.isTTY || result.outcome === 'failed';
      // A wrapped line cannot be cleared.
      stderr.write(isLast ? `${clear}${line}\n` : `${clear}${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    end(): void {
      if (isShown) stderr.write(clear === '' ? '\n' : clear);
    },
  };
}
