import type { components } from '../generated/admin.ts';
import { listRecords, shortenId } from '../engine/records.ts';
import type { Exchange } from '../journal/exchange.ts';
import { readMessage } from '../journal/message.ts';
import { nameAnswer, nameAttempt, nameCall } from '../journal/wording.ts';
import { inspectRequest } from '../openapi/inspect-request.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { operationOf, type Operation } from '../openapi/router.ts';
import { mapTexts } from '../runtime/clone-json.ts';
import type { AccountedRecord } from './account.ts';
import { listDifferences, type ExpectedRecord, type StoredUser } from './expected.ts';

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
  /** The user that is stored with this id, perhaps with an older value. */
  readonly user: StoredUser | undefined;
  /** What the last of the requests carried, if the journal keeps its body. */
  readonly sent: Sent | undefined;
  /** Masks the keys in a text. */
  mask(text: string): string;
}

/** The last value of a record that a request carried. */
export interface Sent {
  readonly value: unknown;
  /** Undocumented names in it. */
  readonly unknown: readonly string[];
}

export function tellStory(record: AccountedRecord, { exchanges, user, sent, mask }: StorySources): RecordStory {
  const show = (value: unknown): unknown => mapTexts(value, mask);
  return {
    ...record,
    story: `${nameRecord(record)} ${explainRecord(record, exchanges, user !== undefined)}`,
    requests: exchanges.flatMap((exchange) => {
      const { number, at, operation, call = 1, attempt = 1 } = exchange;
      return operation === undefined ? [] : [{ number, at, operation, call, attempt, answer: nameAnswer(exchange) }];
    }),
    ...(sent && { sent: show(sent.value), unknown: sent.unknown.map(mask) }),
    ...(user && { stored: show(user.values) as NonNullable<RecordStory['stored']> }),
    ...(sent && user && { differences: compare(sent.value, user).map((one) => show(one) as ValueDifference) }),
  };
}

type ValueDifference = NonNullable<RecordStory['differences']>[number];

function compare(sent: unknown, user: StoredUser): ValueDifference[] {
  // The path may have the id of a record whose body is no object.
  const differences = typeof sent === 'object' && sent !== null ? listDifferences(sent as ExpectedRecord, user) : [];
  return differences.map(({ property, sent: value, stored }) => ({
    property,
    sent: value,
    ...(stored !== undefined && { stored }),
  }));
}

/** Finds a record in the body of the last request that carried it, if the journal keeps this body. */
export type FindSent = (record: AccountedRecord, id: string, exchanges: readonly Exchange[]) => Sent | undefined;

/** Each body is read once, since a request may carry many events of one user. */
export function createSentFinder(): FindSent {
  const bodies = new Map<Exchange, unknown>();
  return (record, id, exchanges) => {
    const last = exchanges.at(-1);
    if (last?.operation === undefined) return undefined;
    if (!bodies.has(last)) bodies.set(last, readJson(last));
    const operation = operationOf(last.operation);
    const index = record.position ?? last.recordIds?.lastIndexOf(maskKeys(shortenId(id))) ?? -1;
    const value = listRecords(operation, bodies.get(last))[index];
    return value === undefined ? undefined : { value, unknown: listUnknown(operation, value) };
  };
}

function listUnknown({ id, records }: Operation, value: unknown): string[] {
  const list = records?.property;
  const body = list === undefined ? value : { [list]: [value] };
  const { unknown } = inspectRequest(id, { params: {}, query: {}, headers: {}, body });
  return list === undefined ? [...unknown] : unknown.map((name) => name.slice(`${list}[0].`.length));
}

function readJson({ request }: Exchange): unknown {
  try {
    return JSON.parse(readMessage(request)?.body.replace(/^\uFEFF/, '') ?? '');
  } catch {
    return undefined;
  }
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
