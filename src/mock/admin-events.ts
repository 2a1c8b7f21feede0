import { explainErrors } from '../config/explain-error.ts';
import type { ResponseOf } from '../engine/api.ts';
import type { operations } from '../generated/admin.ts';
import { validateWait } from '../generated/validators.ts';
import type { ApiResponse } from '../http/response.ts';
import type { RequestTarget } from '../http/url.ts';
import { checkEventFilter, type EventFilter } from '../journal/event.ts';
import type { Events } from '../journal/events.ts';
import type { Journal } from '../journal/journal.ts';
import type { AdminBody } from './admin-body.ts';
import { toAdminError } from './admin-operations.ts';
import type { Cancellations } from './cancellations.ts';
import { streamEvents, type StreamRequest } from './event-stream.ts';
import { waitUntilIdle, type Wait } from './wait.ts';

/** The events that match a query such as `?type=callQuiet,callGaveUp&tenant=x1`. */
export function showEvents(
  { query }: RequestTarget,
  reader: Omit<StreamRequest, 'filter'>,
  events: Events,
): ApiResponse {
  const { type, ...others } = query;
  const filter = {
    ...others,
    ...(type !== undefined && { type: [type].flat().flatMap((text) => (text as string).split(',')) }),
  };
  const problem = checkEventFilter(filter);
  if (problem !== undefined) return toAdminError(400, `${problem}.`);
  const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' };
  return { status: 200, headers, pieces: streamEvents(events, { ...reader, filter: filter as EventFilter }) };
}

interface Waiting {
  readonly events: Events;
  readonly journal: Journal;
  readonly cancellations: Pick<Cancellations, 'count'>;
}

/** Answers when the clients are idle for as long as the body says. */
export async function showIdleness(
  body: AdminBody,
  signal: AbortSignal | undefined,
  { events, journal, cancellations }: Waiting,
): Promise<ResponseOf<operations['waitUntilIdle']>> {
  const given = await body.value();
  if ('refusal' in given) return given.refusal;
  if (!validateWait(given.value)) return toAdminError(400, `${explainErrors(validateWait.errors ?? [], 'the wait')}.`);
  const { idle = 1000, timeout = 30_000 } = given.value as Wait;
  if (timeout < idle)
    return toAdminError(400, `timeout is ${timeout}, and idle is ${idle}. Use a timeout that is not less than idle.`);
  const underWay = cancellations.count;
  if (await waitUntilIdle({ idle, timeout }, { events, underWay, signal }))
    return { status: 200, body: { idle, exchanges: journal.exchanges().length } };
  const count = underWay();
  const rest = count === 0 ? 'No request is' : count === 1 ? '1 request is' : `${count} requests are`;
  return toAdminError(408, `The clients were not idle for ${idle} ms within ${timeout} ms. ${rest} under way.`);
}
