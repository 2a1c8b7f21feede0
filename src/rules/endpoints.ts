import { createSetbackCounter, endOf, type Exchange } from '../journal/exchange.ts';
import type { Lag } from '../runtime/lag.ts';

/** The requests of one tenant and operation while no clock was set back. Limits and queues apply to these together. */
export interface Endpoint {
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  /** Whether its client sends several requests at once, or probably does. */
  readonly isConcurrent: boolean;
}

/** Groups the exchanges that belong to a call. Times before and after a clock was set back cannot be compared. */
export function toEndpoints(exchanges: readonly Exchange[]): readonly Endpoint[] {
  const groups = new Map<string, Exchange[]>();
  const countSetbacks = createSetbackCounter();
  for (const exchange of exchanges) {
    const name = JSON.stringify([exchange.tenantId, exchange.operation, countSetbacks(exchange)]);
    if (exchange.call === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [exchange]);
    else group.push(exchange);
  }
  return [...groups.values()].map((group) => ({ exchanges: group, isConcurrent: sendsAtOnce(group) }));
}

/**
 * Whether a client may have sent a request before it knew an answer. This is so if the request arrived before the answer.
 * A client that sends several requests at once has 100 ms more, and the lag of the machine.
 */
export function isUnderWay(later: Exchange, answer: Exchange, isConcurrent: boolean, lag: Lag['between']): boolean {
  const since = later.at - endOf(answer);
  return since < 0 || (isConcurrent && since <= 100 + lag(endOf(answer), later.at));
}

/** A client is concurrent if its requests overlap, or if it switches back and forth between connections. */
function sendsAtOnce(exchanges: readonly Exchange[]): boolean {
  if (exchanges.some(({ concurrent = 1 }) => concurrent > 1)) return true;
  const earlier = new Set<string | undefined>();
  let last = exchanges[0]?.connection;
  for (const { connection } of exchanges) {
    if (connection === last) continue;
    earlier.add(last);
    last = connection;
    if (earlier.has(connection)) return true;
  }
  // A client with one connection for each request may be concurrent.
  return exchanges.length > 1 && earlier.size === exchanges.length - 1;
}
