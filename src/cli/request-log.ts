import { toShown, type MockEvent } from '../journal/event.ts';
import { isTransient, toClientCalls, type Exchange } from '../journal/exchange.ts';
import { toTimeline } from '../journal/timeline.ts';
import { byteSizeOf } from '../runtime/byte-size.ts';
import { escapeControls } from '../runtime/printable.ts';
import { toLine, type Screen } from './line.ts';
import { toExchangeLine } from './log-line.ts';
import { createOpenCalls } from './open-calls.ts';
import { toSilenceLines } from './silence.ts';
import { paint } from './terminal.ts';

/** What the log of a server consists of: a line for each request, the timeline of each call, or each event as JSON. */
export type LogKind = 'requests' | 'calls' | 'json';

/** The log of a server. */
export interface Log {
  /** Takes an event, and returns the entries to print. */
  write(event: MockEvent): readonly string[];
  /** Returns the last entries to print: calls that were not tried again. */
  close(): readonly string[];
}

/** `explain` is the command that asks this server about a record. */
export function createLog(kind: LogKind, screen: Screen, explain: string): Log {
  if (kind === 'json') return { write: (event) => [toJsonLine(event)], close: () => [] };
  const open = createOpenCalls();
  const calls = kind === 'calls' ? createCallLog() : undefined;
  const show = (texts: readonly string[] = []): string[] => texts.map((text) => paint(screen, text));
  return {
    write(event): readonly string[] {
      if (event.type === 'exchangeEnded') {
        const exchange = open.add(event.exchange);
        if (calls && exchange.call !== undefined) return show(calls.write(exchange));
        return [toLine(toExchangeLine(exchange, screen.columns()), screen)];
      }
      if (event.type === 'callQuiet' || event.type === 'callGaveUp') {
        return toSilenceLines(event, open.find(event), { explain, screen });
      }
      if (event.type === 'journalCleared') open.clear(event.tenantId);
      return [];
    },
    close: () => show(calls?.close()),
  };
}

/** The timelines of calls, each once its call is over. */
interface CallLog {
  /** Takes a finished attempt. */
  write(exchange: Exchange): string[];
  close(): string[];
}

/** Maximum number of open calls, and of attempts of one call. Beyond it, a call is printed as it stands. */
const capacity = 200;
/** Maximum number of bytes of the attempts of open calls. Beyond it, the oldest call is printed as it stands. */
const room = 50_000_000;

export function createCallLog(): CallLog {
  const open = new Map<string, Exchange[]>();
  let size = 0;

  function take(identity: string): string[] {
    const attempts = open.get(identity) ?? [];
    open.delete(identity);
    size -= attempts.reduce((sum, one) => sum + byteSizeOf(one), 0);
    return [toTimeline(toClientCalls(attempts))];
  }

  return {
    write(exchange): string[] {
      const { tenantId, operation, call } = exchange;
      const identity = JSON.stringify([tenantId, operation, call]);
      const before = open.get(identity) ?? [];
      // After a reset, another call may have the same number.
      const isAnother = before.some(({ attempt }) => attempt === exchange.attempt);
      const printed = isAnother ? take(identity) : [];
      const attempts = [...(isAnother ? [] : before), exchange].sort((a, b) => a.number - b.number);
      open.set(identity, attempts);
      size += byteSizeOf(exchange);
      if (!isTransient(exchange) || attempts.length === capacity) return [...printed, ...take(identity)];
      const [oldest = ''] = open.keys();
      return open.size > capacity || size > room ? [...printed, ...take(oldest)] : printed;
    },
    close: () => [...open.keys()].flatMap(take),
  };
}

function toJsonLine(event: MockEvent): string {
  const shown = event.type === 'exchangeEnded' ? { ...event, exchange: toShown(event.exchange) } : event;
  return escapeControls(JSON.stringify(shown));
}
