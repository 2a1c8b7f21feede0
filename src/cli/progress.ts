import { toLine } from '../certify/text.ts';
import type { CaseResult } from '../score-card.ts';

/** Shows on stderr what has come of cases while others run. */
export interface Progress {
  show(result: CaseResult, done: number, total: number): void;
  end(): void;
}

/** On a terminal one line that changes, and a line for each case that failed; elsewhere a line for each case. */
export function createProgress(): Progress {
  const { stderr } = process;
  const clear = stderr.isTTY ? '\r\u001B[K' : '';
  let isShown = false;
  return {
    show(result, done, total): void {
      isShown = true;
      const place = `[${String(done).padStart(String(total).length)}/${total}]`;
      const line = `${place} ${toLine(result)}`;
      stderr.write(stderr.isTTY && result.outcome !== 'failed' ? `${clear}${line}` : `${clear}${line}\n`);
    },
    end(): void {
      if (isShown) stderr.write(clear === '' ? '\n' : clear);
    },
  };
}
