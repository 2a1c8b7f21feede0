import type { ClientCall } from '../journal/exchange.ts';
import { nameAnswer, nameRecords } from '../journal/wording.ts';
import type { Mock } from '../mock/mock.ts';
import type { Reconciliation } from '../reconciliation/reconcile.ts';
import { nameCause, nameCounts } from '../reconciliation/wording.ts';
import { countOf } from '../report/wrap-text.ts';
import { toPrintable } from '../runtime/printable.ts';
import type { Verdict } from '../rules/rule.ts';
import { toLine, wrap, type Screen, type Style } from './line.ts';
import { countRecords, group } from './log-line.ts';

/** Maximum number of entries of a list. */
const listed = 3;
/** Maximum number of columns of a text that is broken between its words. */
const widest = 80;

/** What became of a run: the records, the worst causes of losses, the calls without an end, and the rules broken. */
export function toSummary(mock: Pick<Mock, 'reconcile' | 'journal' | 'verdicts'>, screen: Screen): string[] {
  const { requests, verdicts } = mock.verdicts();
  if (requests === 0) return [];
  const account = mock.reconcile();
  const open = mock.journal.calls().filter(({ outcome }) => outcome === 'given up');
  const broken = verdicts.filter(({ outcome, level }) => outcome === 'failed' && level !== 'MAY');
  return [
    '',
    ...(account.counts.sent === 0 ? [] : toAccount(account, screen)),
    ...toList(open, (count) => `Not delivered: ${countOf(count, 'call')}`, toCallLines, screen),
    ...toList(broken, (count) => `Rules broken: ${count}`, toRuleLines, screen),
  ];
}

function toAccount({ counts, causes }: Reconciliation, screen: Screen): string[] {
  const isFine = counts.sent === counts.stored;
  const title = toLine([{ text: `Records: ${group(nameCounts(counts))}`, style: isFine ? 'good' : undefined }], screen);
  return [title, ...toEntries(causes, (cause) => [group(nameCause(cause)), nameRecords(cause.ids)], screen)];
}

function toList<Item>(
  items: readonly Item[],
  toTitle: (count: number) => string,
  toTexts: (item: Item) => readonly string[],
  screen: Screen,
): string[] {
  if (items.length === 0) return [];
  const style: Style = 'bad';
  return [toLine([{ text: toTitle(items.length), style }], screen), ...toEntries(items, toTexts, screen)];
}

/** The first items, each with a line and the lines beneath it. */
function toEntries<Item>(items: readonly Item[], toTexts: (item: Item) => readonly string[], screen: Screen): string[] {
  const columns = Math.min(screen.columns(), widest);
  const more = items.length > listed ? [`  and ${items.length - listed} more`] : [];
  const lines = items.slice(0, listed).flatMap((item) => {
    const [first = '', ...details] = toTexts(item);
    return [...indent(first, 2, columns), ...details.flatMap((text) => indent(text, 6, columns))];
  });
  return [...lines, ...more];
}

/** The lines of a text. Those after the first begin two columns later. A word that is too long is cut. */
function indent(text: string, indent: number, columns: number): string[] {
  const lines = wrap(toPrintable(text), Math.max(columns - indent - 2, 1));
  return lines.map((line, index) =>
    toLine([{ text: ' '.repeat(indent + (index === 0 ? 0 : 2)) + line }], { columns: () => columns, hasColors: false }),
  );
}

function toCallLines({ call, operation, tenant, attempts }: ClientCall): string[] {
  const last = attempts.at(-1);
  const parts = [
    countOf(attempts.length, 'attempt'),
    last && `last ${nameAnswer(last)}`,
    last && last.records > 0 && countRecords(last.records),
    tenant,
  ];
  return [`call ${call} of ${operation}: ${parts.filter(Boolean).join(', ')}`];
}

function toRuleLines({ rule, requirement, findings }: Verdict): string[] {
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return [`${rule}: ${requirement}`, ...(first ? [`${shorten(first.message)}${more}`] : [])];
}

/** A path or a value in a message may be long. */
function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
