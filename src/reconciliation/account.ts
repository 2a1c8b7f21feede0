import { shortenId } from '../engine/records.ts';
import type { components } from '../generated/admin.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import type { ApiName, OperationId } from '../openapi/router.ts';
import type { Ledger } from './ledger.ts';
import { decided } from './outcome.ts';
import { segmentOf, startOf, unpackDecision, word } from './record-table.ts';
import { operationIds } from './rows.ts';
import { createUnderWayTest, tallyRecords, toOutcomeNow, type Tally } from './tally.ts';
import type { TenantLedger } from './tenant-ledger.ts';

/**
 * A record that was sent or expected, and its outcome.
 *
 * @interface
 */
export type AccountedRecord = Readonly<components['schemas']['AccountedRecord']>;

/** The records with one outcome for one reason. `cause` is empty if the outcome says all. */
export interface CountedRecords
  extends Pick<AccountedRecord, 'api' | 'tenant' | 'tenantId'>, Omit<Tally, 'cause' | 'operation'> {
  readonly operation?: OperationId;
  readonly cause: string;
}

/** The account of the records that were sent, as of now. */
export interface Account {
  /** Counts the records by outcome and reason, without an object for each. Lists at most `maxIds` ids of each count. */
  count(maxIds: number): CountedRecords[];
  /** The records in order of tenant and of first arrival, users first. With `search`, those whose ids it accepts. */
  records(search?: Search): Iterable<AccountedRecord>;
  /** The records with this id: the users, and the events of a user. */
  find(id: string): AccountedRecord[];
  /** The users with this id, one for each tenant. */
  findUsers(id: string): AccountedRecord[];
  /** Number of records for which the ledger had no room. */
  unaccounted(): number;
}

/** Finds ids of one tenant. */
export type Search = (tenant: Pick<TenantLedger, 'api' | 'tenantId'>) => (id: string) => boolean;

/** The parts that an account is made from. */
export interface AccountParts {
  readonly ledger: Pick<Ledger, 'tenants' | 'causeAt'>;
  /** Number of records that the queue of a tenant has stored. */
  countStored(api: ApiName, tenantId: string): number;
}

/** Without `tenantId`, the account is of all tenants. */
export function createAccount({ ledger, countStored }: AccountParts, tenantId?: string): Account {
  const readers = ledger
    .tenants(tenantId)
    .map((one) => createReader(one, countStored(one.api, one.tenantId), ledger.causeAt));
  return {
    count: (maxIds) => readers.flatMap((reader) => reader.count(maxIds)),
    *records(search): Generator<AccountedRecord> {
      for (const reader of readers) yield* reader.records(search);
    },
    find: (id) => readers.flatMap((reader) => [...reader.findUser(id), ...reader.findOthers(id)]),
    findUsers: (id) => readers.flatMap((reader) => reader.findUser(id)),
    unaccounted: () => ledger.tenants(tenantId).reduce((sum, one) => sum + one.unaccounted(), 0),
  };
}

/** Reads the records of one tenant. */
interface Reader {
  count(maxIds: number): CountedRecords[];
  records(search?: Search): Iterable<AccountedRecord>;
  findUser(id: string): AccountedRecord[];
  findOthers(id: string): AccountedRecord[];
}

function createReader(tenant: TenantLedger, stored: number, causeAt: Ledger['causeAt']): Reader {
  const { api, tenantId, users, userTable, otherIds, otherTable } = tenant;
  const shown = { api, tenant: tenant.tenant, tenantId };
  const isUnderWay = createUnderWayTest(tenant);

  function read(id: string, at: number, isUser: boolean): AccountedRecord {
    const { segments } = isUser ? userTable : otherTable;
    const words = segments[segmentOf(at)] ?? [];
    const factOf = (name: keyof typeof word): number => words[startOf(at) + word[name]] ?? 0;
    const decision = unpackDecision(factOf('decision'));
    const row = 2 * at + (isUser ? 0 : 1);
    const outcome = toOutcomeNow(decision.outcome, factOf('queued') > stored, isUnderWay, row);
    const cause = causeAt(decision.cause);
    const operation = operationIds[decision.operation];
    const isDecided = decision.outcome !== 0;
    return {
      ...shown,
      id: maskKeys(id),
      outcome,
      ...(cause !== '' && outcome !== 'underWay' && { cause }),
      ...(isDecided && operation !== undefined && { operation, call: factOf('call') }),
      ...(!isUser && { position: factOf('position') }),
      attempts: factOf('attempts'),
      // A lost record that comes again has no request yet that decides.
      ...(isDecided &&
        !(outcome === 'underWay' && decision.outcome === decided.lost) && { request: factOf('decided') }),
      ...(factOf('since') < 0 && { deleted: true }),
    };
  }

  return {
    count: (maxIds) =>
      tallyRecords(tenant, stored, maxIds).map(({ operation, cause, ...tally }) => ({
        ...shown,
        ...tally,
        ...(operation && { operation }),
        cause: tally.outcome === 'underWay' ? '' : causeAt(cause),
      })),
    *records(search): Generator<AccountedRecord> {
      const accepts = search?.(tenant) ?? ((): boolean => true);
      for (const [at, id] of users.texts.entries()) if (accepts(id)) yield read(id, at, true);
      for (const [at, id] of otherIds.entries()) if (accepts(id)) yield read(id, at, false);
    },
    findUser(id): AccountedRecord[] {
      const at = users.find(shortenId(id));
      return at === -1 ? [] : [read(id, at, true)];
    },
    findOthers(id): AccountedRecord[] {
      const short = shortenId(id);
      return otherIds.flatMap((one, at) => (one === short ? [read(id, at, false)] : []));
    },
  };
}
