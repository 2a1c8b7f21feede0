import { countRejected, isOther, isTransient, toClientCalls, type Exchange } from '../journal/exchange.ts';
import { byteSizeOf } from '../runtime/byte-size.ts';
import { toPrintable } from '../runtime/printable.ts';
import { toTimeline } from '../journal/timeline.ts';
import { nameRejected } from '../journal/wording.ts';

/** The log of a server: a line for each request, or the timeline of each call once it is over. */
export interface Log {
  /** Takes a finished exchange, and returns the lines to print. */
  write(exchange: Exchange): string[];
  /** Returns the last lines to print: calls that were not tried again. */
  close(): string[];
}

/** Maximum number of open calls, and of attempts of one call. Beyond it, a call is printed as it stands. */
const capacity = 200;
/** Maximum number of bytes of the attempts of open calls. Beyond it, the oldest call is printed as it stands. */
const room = 50_000_000;

export function createCallLog(): Log {
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
      if (call === undefined) return [toLine(exchange)];
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

export function createRequestLog(): Log {
  return { write: (exchange) => [toLine(exchange)], close: () => [] };
}

/** Status, operation, tenant, records, duration, and the fault. */
function toLine(exchange: Exchange): string {
  const { status, method, path, operation, tenant = '', records, duration } = exchange;
  const what = operation === undefined ? `${method} ${path}` : `${operation.padEnd(16)} ${tenant}`;
  const amount = operation === undefined ? '' : toAmount(records);
  const columns = [what.padEnd(33), amount.padStart(12), `${duration} ms`.padStart(8), toNote(exchange)];
  return toPrintable(`${status ?? '---'} ${columns.join(' ').trimEnd()}`);
}

/** `reset by fault-1, work done` */
function toNote(exchange: Exchange): string {
  const { broken, fault, applied = false } = exchange;
  if (isOther(exchange)) return 'other request';
  const rejections = nameRejected(countRejected(exchange));
  const rule = fault === undefined ? '' : `by ${fault}`;
  const work =
    fault === undefined || applied === false ? '' : applied === true ? ', work done' : `, ${toAmount(applied)} done`;
  return [`${[broken, rule].filter(Boolean).join(' ')}${work}`, rejections].filter(Boolean).join(', ');
}

function toAmount(records: number): string {
  return `${records} record${records === 1 ? '' : 's'}`;
}
