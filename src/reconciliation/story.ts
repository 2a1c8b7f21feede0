import type { components } from '../generated/admin.ts';
import type { Exchange } from '../journal/exchange.ts';
import { nameAnswer, nameAttempt, nameCall } from '../journal/wording.ts';
import type { AccountedRecord } from './account.ts';

/**
 * A record, and what happened to it.
 *
 * @interface
 */
export type RecordStory = Readonly<components['schemas']['RecordStory']>;

/** The parts that a story is told from. */
export interface StorySources {
  /** The requests that carried the record, as far as the journal keeps them. */
  readonly exchanges: readonly Exchange[];
  /** Whether a user with this id is stored, perhaps with an older value. */
  readonly isStored: boolean;
}

export function tellStory(record: AccountedRecord, { exchanges, isStored }: StorySources): RecordStory {
  return {
    ...record,
    story: `${nameRecord(record)} ${explainRecord(record, exchanges, isStored)}`,
    requests: exchanges.flatMap((exchange) => {
      const { number, at, operation, call = 1, attempt = 1 } = exchange;
      return operation === undefined ? [] : [{ number, at, operation, call, attempt, answer: nameAnswer(exchange) }];
    }),
  };
}

/** Such as `usr_1`, or `An event of usr_1`. */
function nameRecord({ id, position }: AccountedRecord): string {
  if (id === '') return 'A record without an id';
  return position === undefined ? id : `An event of ${id}`;
}

/** Why a record is where it is, such as `was never sent`. `exchanges` may name the request that decided. */
export function explainRecord(record: AccountedRecord, exchanges: readonly Exchange[] = [], isStored = false): string {
  const { outcome, cause = '', attempts, deleted } = record;
  const decider = nameDecider(record, exchanges);
  const times = attempts === 1 ? '' : `, and ${attempts} requests carried it`;
  switch (outcome) {
    case 'stored':
      return deleted === true
        ? `was stored by ${decider}, and a later request deleted it`
        : `is stored: ${decider} succeeded${times}`;
    case 'rejected':
      return `was rejected in ${decider}: ${cause}`;
    case 'inDoubt':
      return `${deleted === true ? 'was stored, and a later request deleted it' : 'is stored'}, but its client does not know it: ${decider} met ${cause} after the work was done`;
    case 'underWay':
      return record.request === undefined
        ? 'is in a request that has no answer yet'
        : `was accepted in ${decider}, and is not stored yet`;
    case 'lost':
      return `is lost: ${decider} met ${cause}${times}${isStored ? '; an older value of it is stored' : ''}`;
    case 'neverSent':
      return cause === '' ? 'was never sent' : `is not stored: ${cause}`;
  }
}

/** The request that decided, or its call if the journal has dropped it. */
function nameDecider(record: AccountedRecord, exchanges: readonly Exchange[]): string {
  const exchange = exchanges.find(({ number }) => number === record.request);
  return exchange ? nameAttempt(exchange) : nameCall(record);
}
