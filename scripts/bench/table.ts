// The table: the figures of vf-mock and of the references, and whether they reach the targets.
import type { Project } from './project.ts';
import type { Range } from './rounds.ts';

export interface Goal {
  readonly kind: '≥' | '≤';
  readonly value: number;
  readonly unit?: string;
  /** Whether the figure is a count that is the same each time. */
  readonly isExact?: true;
}

/** A comparison of vf-mock with a reference, or a figure of vf-mock alone. */
export interface Comparison {
  readonly text: string;
  readonly value: number;
  readonly goal?: Goal | undefined;
}

export interface Line {
  readonly name: string;
  readonly figures: readonly string[];
  readonly comparison?: Comparison | undefined;
}

/** The first line is vf-mock. */
export interface Row {
  readonly what: string;
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
}

/** Measures one row or several related rows. */
export type Measure = (project: Project, rounds: number) => Promise<Row[]>;

/** The tolerance for other load on the machine. */
const noise = 1.2;

/** A figure for people, with at least three digits. */
export function toFigure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  return value.toLocaleString('en', { maximumFractionDigits: value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0 });
}

/** vf-mock divided by the reference: the median, the minimum and the maximum of the rounds. */
export function toRatioComparison({ median, min, max }: Range, goal?: Goal): Comparison {
  return { text: `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`, value: median, goal };
}

/** The table in at most 100 columns. */
export function toText({ what, columns, lines }: Row): string {
  const head = toColumns('', columns, 'ours / it', 'to reach', '');
  return ['', what, head, ...lines.map((line) => toColumns(`  ${line.name}`, line.figures, ...toVerdict(line)))].join(
    '\n',
  );
}

/** The table in Markdown with a line for each row, as in the README. */
export function toMarkdown(rows: readonly Row[]): string {
  const head = ['| what | vf-mock | references, and vf-mock divided by each | to reach |', '| --- | --- | --- | --- |'];
  return [...head, ...rows.map(toMarkdownRow)].join('\n');
}

function toMarkdownRow({ what, columns, lines: [ours, ...others] }: Row): string {
  const references = others.map(({ name, figures: [figure = ''], comparison }) => {
    const [value = ''] = comparison?.text.split(' (') ?? [];
    return `${name} ${figure}${value === '' ? '' : ` (${value})`}`;
  });
  const goals = [ours, ...others].flatMap((line) => {
    const [, goal = '', mark = ''] = line ? toVerdict(line) : [];
    return goal === '' ? [] : [`${line?.name ?? ''} ${goal} ${mark}`];
  });
  return `| ${what}, ${columns[0] ?? ''} | ${ours?.figures[0] ?? ''} | ${references.join(', ')} | ${goals.join(', ')} |`;
}

function toColumns(name: string, figures: readonly string[], against: string, goal: string, mark: string): string {
  const cells = [0, 1, 2].map((at) => (figures[at] ?? '').padStart(11));
  return `${name.padEnd(27)}${cells.join('')}${against.padStart(19)}${goal.padStart(9)}  ${mark}`.trimEnd();
}

function toVerdict({ comparison }: Line): [against: string, goal: string, mark: string] {
  if (!comparison) return ['', '', ''];
  const { text, value, goal } = comparison;
  if (!goal) return [text, '', ''];
  return [text, `${goal.kind} ${goal.value}${goal.unit === undefined ? '' : ` ${goal.unit}`}`, toMark(value, goal)];
}

function toMark(value: number, { kind, value: wanted, isExact }: Goal): string {
  if (Number.isNaN(value)) return 'unknown';
  const [low, high] = kind === '≥' ? [wanted, value] : [value, wanted];
  if (low <= high) return 'reached';
  return low <= high * noise && !isExact ? 'in noise' : 'missed';
}
