// One table: what was measured, ours beside the references, and how that compares with what is to be reached.
import type { Range } from './rounds.ts';

export interface Goal {
  readonly kind: '≥' | '≤';
  readonly value: number;
}

export interface Line {
  readonly name: string;
  readonly figures: readonly string[];
  /** Ours against this one. */
  readonly ratio?: Range;
  readonly goal?: Goal;
}

export interface Row {
  readonly what: string;
  readonly units: readonly string[];
  readonly lines: readonly Line[];
}

/** Less than this is noise on a machine that does other things too. */
const noise = 1.2;

export function print({ what, units, lines }: Row): void {
  console.log(`\n${what.padEnd(39)}${units.map((unit) => unit.padStart(15)).join('')}     ours / it`);
  for (const line of lines) {
    console.log(
      `  ${line.name.padEnd(37)}${line.figures.map((figure) => figure.padStart(15)).join('')}${toVerdict(line)}`.trimEnd(),
    );
  }
}

function toVerdict({ ratio, goal }: Line): string {
  if (!ratio) return '';
  const [value, min, max] = [ratio.median, ratio.min, ratio.max].map((number) => number.toFixed(2));
  const text = `${value ?? ''} (${min ?? ''}–${max ?? ''})`.padStart(20);
  return goal ? `${text}  ${goal.kind} ${goal.value}  ${toMark(ratio.median, goal)}` : text;
}

function toMark(value: number, { kind, value: wanted }: Goal): string {
  const share = kind === '≥' ? value / wanted : wanted / value;
  return share >= 1 ? 'reached' : share * noise >= 1 ? 'within noise' : 'missed';
}
