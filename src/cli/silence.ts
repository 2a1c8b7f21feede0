import type { MockEvent } from '../journal/event.ts';
import { nameAnswer } from '../journal/wording.ts';
import { countOf } from '../report/wrap-text.ts';
import { toPrintable } from '../runtime/printable.ts';
import { toLine, wrap, type Screen, type Style } from './line.ts';
import { countRecords, toStart } from './log-line.ts';
import type { OpenCall } from './open-calls.ts';

/** Where lines about a silent call go, and the command that asks this server about a record. */
interface Place {
  readonly screen: Screen;
  readonly explain: string;
}

/** Says that a call is quiet or given up. The lines are wrapped, since the end of the sentence matters too. */
export function toSilenceLines(
  event: MockEvent & { readonly type: 'callQuiet' | 'callGaveUp' },
  call: OpenCall | undefined,
  { screen, explain }: Place,
): string[] {
  const { at, since, operation = '', tenant, attempt = 0 } = event;
  const isOver = event.type === 'callGaveUp';
  const [sign, style]: readonly [string, Style] = isOver ? ['✗', 'bad'] : ['!', 'warning'];
  const parts = [
    countOf(attempt, 'attempt'),
    `last ${call ? nameAnswer(call.last) : (event.broken ?? event.status ?? '')}`,
    `${Math.round((at - since) / 1000)} s ago`,
    ...toFate(call),
    tenant,
  ];
  const hint = isOver ? `. To see why: ${[explain, toArgument(call?.firstRecord)].filter(Boolean).join(' ')}` : '';
  const text = `call ${event.call ?? 0} of ${operation} ${isOver ? 'has given up' : 'is quiet'}: ${parts.filter(Boolean).join(', ')}${hint}`;
  const [first = '', ...others] = wrap(toPrintable(text), screen.columns() - 11);
  return [
    toLine([...toStart(at, sign, style), { text: first }], screen),
    ...others.map((line) => toLine([{ text: `${' '.repeat(11)}${line}` }], screen)),
  ];
}

/** What became of the records of a call that is not delivered. */
function toFate(call: OpenCall | undefined): string[] {
  const { last, done = 0 } = call ?? {};
  const left = (last?.records ?? 0) - done;
  return [
    ...(done > 0 ? [`${countRecords(done)} in doubt`] : []),
    ...(left > 0 ? [`${countRecords(left)} not stored`] : []),
  ];
}

/** An id that a shell takes as it is. */
function toArgument(id = ''): string {
  return /^[\w.@+-]{1,40}$/.test(id) && !id.startsWith('-') ? id : '';
}
