import { endOf, type Exchange } from '../journal/exchange.ts';

/** The requests of one tenant and operation, which limits and queues are for. */
export interface Endpoint {
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  /** Whether its client has shown that it sends several requests at once, or may well do so. */
  readonly isConcurrent: boolean;
}

/** Groups the exchanges that belong to a call. */
export function toEndpoints(exchanges: readonly Exchange[]): readonly Endpoint[] {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    if (exchange.call === undefined) continue;
    const name = JSON.stringify([exchange.tenantId, exchange.operation]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [exchange]);
    else group.push(exchange);
  }
  return [...groups.values()].map((group) => ({ exchanges: group, isConcurrent: sendsAtOnce(group) }));
}

/**
 * Whether a client may have sent a request before it knew of an answer. It may, if the request arrived first. A client
 * that sends several requests at once has 100 ms more for those on their way.
 */
export function isUnderWay(later: Exchange, answer: Exchange, isConcurrent: boolean): boolean {
  const since = later.at - endOf(answer);
  return since < 0 || (isConcurrent && since <= 100);
}

/** Overlapping requests show it, and so does a client that goes back and forth between connections. */
function sendsAtOnce(exchanges: readonly Exchange[]): boolean {
  if (exchanges.some(({ concurrent = 1 }) => concurrent > 1)) return true;
  const left = new Set<string | undefined>();
  let last = exchanges[0]?.connection;
  for (const { connection } of exchanges) {
    if (connection === last) continue;
    left.add(last);
    last = connection;
    if (left.has(connection)) return true;
  }
  // One connection for each request tells nothing.
  return exchanges.length > 1 && left.size === exchanges.length - 1;
}
