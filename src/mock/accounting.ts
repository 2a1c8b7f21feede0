import { explainErrors } from '../config/explain-error.ts';
import type { Options } from '../config/options.ts';
import { listSecrets } from '../config/secrets.ts';
import { shortenId } from '../engine/records.ts';
import { toGivenTenantId, toTenantId } from '../engine/tenants.ts';
import type { components } from '../generated/admin.ts';
import { validateRecordFilter } from '../generated/validators.ts';
import type { Exchange } from '../journal/exchange.ts';
import type { Journal } from '../journal/journal.ts';
import { readMessage } from '../journal/message.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { createRequestMask } from '../openapi/request-mask.ts';
import { operationOf } from '../openapi/router.ts';
import { createAccount, type Account, type AccountedRecord, type Search } from '../reconciliation/account.ts';
import type { StoredUser } from '../reconciliation/expected.ts';
import type { Ledger } from '../reconciliation/ledger.ts';
import { reconcile, type ReconcileOptions, type Reconciliation } from '../reconciliation/reconcile.ts';
import { explainUnseenTenant, listSeenTenants } from '../rules/seen-tenants.ts';
import { suggest } from '../runtime/nearest.ts';
import { createSentFinder, tellStory, type FindSent, type RecordStory } from '../reconciliation/story.ts';
import type { Apis } from './apis.ts';
import { createSearch, toJudgedState } from './stored-users.ts';

/**
 * Selects records of the account. A record must match all given fields.
 *
 * @interface
 */
export type RecordFilter = Readonly<components['schemas']['RecordFilter']>;

/** The account of the records that were sent. */
export interface Accounting {
  /**
   * Accounts for every record that was sent: how many are stored, rejected, in doubt, under way or lost, and why. Seeded
   * and restored records were not sent, so they do not count.
   *
   * @throws For an expected record without an id.
   * @example expect(mock.reconcile({ expected: users }).counts).toMatchObject({ stored: 1500, lost: 0, neverSent: 0 })
   */
  reconcile(options?: ReconcileOptions): Reconciliation;
  /**
   * The records that were sent, each with its outcome, or those that match a filter.
   *
   * @throws For a filter with an unknown field or an impossible value.
   * @example mock.records({ outcome: 'lost' }).map(({ id }) => id)
   */
  records(filter?: RecordFilter): AccountedRecord[];
  /**
   * Tells what happened to the records with this id: their outcome, the requests that carried them, and the reason in one
   * sentence. Empty if none was sent. An empty id means the records without an id.
   *
   * @param keyOrId Only the records that were sent with this key, or to this project or bot.
   * @example console.log(mock.explain('usr_1').map(({ story }) => story))
   */
  explain(id: string, keyOrId?: string): RecordStory[];
}

/** The parts of a mock that the account is made from. */
export interface AccountingParts {
  readonly ledger: Ledger;
  readonly apis: Apis;
  readonly journal: Journal;
  readonly options: Options;
}

/** Maximum number of records that a search finds, unless it has a `limit`. */
const maxFound = 100;

/** The account of all tenants, or of one. */
export function accountOf({ ledger, apis }: Pick<AccountingParts, 'ledger' | 'apis'>, tenantId?: string): Account {
  const countStored = (api: keyof Apis, id: string): number => apis[api].api.countStored(id);
  return createAccount({ ledger, countStored }, tenantId);
}

export function createAccounting(parts: AccountingParts): Accounting {
  const { journal, apis, options } = parts;
  const accountFor = (keyOrId: string | undefined, task: string): Account =>
    accountOf(parts, keyOrId === undefined ? undefined : toGivenTenantId(keyOrId, task));

  const { stored } = toJudgedState(apis);
  const findUser = ({ api, tenantId = '', position }: AccountedRecord, id: string): StoredUser | undefined =>
    api === undefined || position !== undefined ? undefined : stored({ api, tenantId }, id);

  function explainOne(record: AccountedRecord, { id, carriers, findSent }: Asked): RecordStory {
    const exchanges = carriers.filter((exchange) => isCarrier(exchange, record));
    const { text: maskConfigured } = createRequestMask({}, { query: {} }, listSecrets(options));
    // A user may hold a key of any request that carried it.
    const masks = exchanges.flatMap(({ request }) => readMessage(request)?.mask.text ?? []);
    return tellStory(record, {
      exchanges,
      user: findUser(record, id),
      sent: findSent(record, id, exchanges),
      mask: (text) => [maskConfigured, ...masks].reduce((masked, mask) => mask(masked), text),
    });
  }

  return {
    reconcile({ expected, tenant, ...unknown } = {}): Reconciliation {
      refuseUnknown(unknown);
      const reconciliation = reconcile(accountFor(tenant, 'reconcile'), expected);
      return reconciliation.counts.sent > 0
        ? reconciliation
        : { ...reconciliation, ...explainNothing(journal, tenant) };
    },
    records(filter = {}): AccountedRecord[] {
      if (!validateRecordFilter(filter)) {
        throw new Error(
          `Failed to list records: ${explainErrors(validateRecordFilter.errors ?? [], 'the filter', 'field')}.`,
        );
      }
      const { tenant, outcome, id, q, limit = q === undefined ? Infinity : maxFound } = filter;
      const account = accountFor(tenant, 'list records');
      const outcomes = outcome === undefined ? undefined : [outcome].flat();
      const search = q === undefined ? undefined : createSearch(apis, q);
      const all = id === undefined ? account.records(search) : account.find(id).filter(isFoundBy(search, id));
      const found: AccountedRecord[] = [];
      for (const record of all) {
        if (outcomes?.includes(record.outcome) !== false) found.push(record);
        if (found.length === limit) break;
      }
      return found;
    },
    explain(id, keyOrId): RecordStory[] {
      const records = accountFor(keyOrId, 'explain a record').find(id);
      const carriers = journal.exchanges(id === '' ? {} : { record: maskKeys(shortenId(id)) });
      const asked = { id, carriers, findSent: createSentFinder() };
      return records.map((record) => explainOne(record, asked));
    },
  };
}

/** The id of records, the requests that may have carried them, and their bodies. */
interface Asked {
  readonly id: string;
  readonly carriers: readonly Exchange[];
  readonly findSent: FindSent;
}

function isFoundBy(search: Search | undefined, id: string): (record: AccountedRecord) => boolean {
  return ({ api, tenantId = '' }) => search === undefined || (api !== undefined && search({ api, tenantId })(id));
}

/** Whether a request carried a record. Only the call tells whether it carried a record without an identity. */
function isCarrier(exchange: Exchange, record: AccountedRecord): boolean {
  const { api, tenantId = '', operation, call } = exchange;
  if (api !== record.api || tenantId !== record.tenantId || operation === undefined) return false;
  if (record.position !== undefined) return operation === record.operation && call === record.call;
  return operationOf(operation).records?.upsert === true;
}

/** Why no record was sent, of all tenants or of one. A misspelt tenant must not look like a clean result. */
function explainNothing(journal: Journal, keyOrId: string | undefined): Pick<Reconciliation, 'reason' | 'tenants'> {
  const tenants = listSeenTenants(journal.exchanges());
  const isSeen = tenants.some(({ tenantId }) => keyOrId === undefined || tenantId === toTenantId(keyOrId));
  const reason = keyOrId === undefined || isSeen ? 'No record was sent.' : explainUnseenTenant(keyOrId, tenants);
  return { reason, tenants };
}

function refuseUnknown(unknown: object): void {
  const [name] = Object.keys(unknown);
  if (name === undefined) return;
  throw new Error(`Failed to reconcile: unknown option "${name}"${suggest(name, ['expected', 'tenant'])}.`);
}
