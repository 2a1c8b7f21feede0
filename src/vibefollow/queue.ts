import type { Call, Reply } from '../api.ts';
import { createBacklog } from '../backlog.ts';
import type { Clock } from '../clock.ts';
import type { VibeFollowOptions } from '../options.ts';
import { toRetryAfter } from '../rate-limit.ts';
import { refuse } from './refusals.ts';

/** The ingest queue of one project: accepted records wait in it as jobs until they are worked off. */
export interface IngestQueue {
  /** Refuses a bulk request that there is no room for; the other operations always find room. */
  admit(call: Call): Reply | undefined;
  /** Queues records to be stored, each with the time of arrival. */
  enqueue<Item>(records: readonly Item[], store: (record: Item, at: number) => void): void;
  /** Stores what is due by now. */
  settle(): void;
  /** Jobs that wait. */
  depth(): number;
}

export function createQueue(clock: Clock, options: VibeFollowOptions): IngestQueue {
  const backlog = createBacklog(clock);
  return {
    admit({ operation, body }): Reply | undefined {
      const { queueCapacity, queueJob, queueRefusal, queueRetryAfter } = options;
      if (operation.records?.judged !== 'separately') return undefined;
      const records = (body as Record<string, unknown[]>)[operation.records.property ?? '']?.length ?? 0;
      const jobs = queueJob === 'request' ? 1 : records;
      const wait = backlog.timeUntil(queueRefusal === 'when-full' ? queueCapacity - 1 : queueCapacity - jobs);
      if (wait === 0) return undefined;
      const refusal = refuse('queue-full', 'The ingest queue is full; let it drain and resume in smaller chunks');
      return queueRetryAfter === 'sent' && wait < Infinity ? { ...refusal, headers: toRetryAfter(wait) } : refusal;
    },
    enqueue(records, store): void {
      const { drainRate, queueJob } = options;
      const at = clock.now();
      const storeAll = (): void => {
        for (const record of records) store(record, at);
      };
      if (drainRate === undefined) storeAll();
      else if (queueJob === 'request') backlog.append(1000 / drainRate, storeAll);
      else for (const record of records) backlog.append(1000 / drainRate, () => store(record, at));
    },
    settle: backlog.settle,
    depth: backlog.size,
  };
}
