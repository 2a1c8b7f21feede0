import { maskKeys } from '../openapi/key-forms.ts';
import type { OperationId } from '../openapi/router.ts';
import { decided, toOutcome, type RecordOutcome } from './outcome.ts';
import { segmentOf, startOf, unpackDecision, word } from './record-table.ts';
import { operationIds } from './rows.ts';
import type { TenantLedger } from './tenant-ledger.ts';

/** The records of a tenant with one outcome for one reason. */
export interface Tally {
  readonly outcome: RecordOutcome;
  /** Position in the list of causes. */
  readonly cause: number;
  readonly operation: OperationId | undefined;
  readonly records: number;
  /** Number of calls that carried them. */
  readonly calls: number;
  /** The first ids, in order of first arrival, users first. Empty for stored records. */
  readonly ids: string[];
}

interface Group {
  readonly name: number;
  readonly outcome: RecordOutcome;
  records: number;
  readonly calls: Set<number>;
  lastCall: number;
  readonly ids: string[];
}

/** The outcomes of the records that their request has not decided, or whose request is not the last word. */
const undecided = 0;
const waiting = 0xf;
const outcomeBits = 0xf;
const operationBits = 0xff0;

/** Counts the records of a tenant without an object for each. `stored` is the number that its queue has stored. */
export function tallyRecords(tenant: TenantLedger, stored: number, maxIds: number): Tally[] {
  const groups = new Map<number, Group>();
  const isUnderWay = createUnderWayTest(tenant);
  for (const [kind, texts] of [tenant.users.texts, tenant.otherIds].entries()) {
    const { segments } = kind === 0 ? tenant.userTable : tenant.otherTable;
    let group: Group | undefined;
    for (let at = 0; at < texts.length; at += 1) {
      const words = segments[segmentOf(at)] ?? noWords;
      const start = startOf(at);
      const decision = words[start + word.decision] ?? 0;
      const isQueued = (words[start + word.queued] ?? 0) > stored;
      const isNow = isUnderWayNow(decision & outcomeBits, isQueued, isUnderWay, 2 * at + kind);
      const name = isNow && decision !== undecided ? (decision & operationBits) | waiting : decision;
      if (group?.name !== name) group = groups.get(name) ?? addGroup(groups, name);
      group.records += 1;
      if (group.outcome === 'stored') continue;
      const call = words[start + word.call] ?? 0;
      if (call !== group.lastCall) group.calls.add((group.lastCall = call));
      if (group.ids.length < maxIds) group.ids.push(maskKeys(texts[at] ?? ''));
    }
  }
  return [...groups.values()].map(({ name, outcome, records, calls, ids }) => {
    const { operation, cause } = unpackDecision(name);
    return {
      outcome,
      cause,
      operation: name === undecided ? undefined : operationIds[operation],
      records,
      calls: name === undecided ? countCallsUnderWay(tenant) : calls.size,
      ids,
    };
  });
}

const noWords = new Int32Array(0);

/** The outcome as of now. `outcome` is the position of the one that was decided. */
export function toOutcomeNow(outcome: number, isQueued: boolean, isUnderWay: UnderWayTest, row: number): RecordOutcome {
  const known = toOutcome(outcome);
  return known === undefined || isUnderWayNow(outcome, isQueued, isUnderWay, row) ? 'underWay' : known;
}

/** A record that waits in a queue is under way, whatever its client knows. So is a lost one that comes again. */
function isUnderWayNow(outcome: number, isQueued: boolean, isUnderWay: UnderWayTest, row: number): boolean {
  if (outcome === decided.stored || outcome === decided.inDoubt) return isQueued;
  return outcome === undecided || (outcome === decided.lost && isUnderWay(row));
}

function addGroup(groups: Map<number, Group>, name: number): Group {
  const outcome = toOutcome(name & outcomeBits) ?? 'underWay';
  const group: Group = { name, outcome, records: 0, calls: new Set(), lastCall: 0, ids: [] };
  groups.set(name, group);
  return group;
}

/** Whether a request with the record in this row is under way. */
type UnderWayTest = (row: number) => boolean;

/** The rows are looked at only if it matters. */
export function createUnderWayTest({ underWay }: TenantLedger): UnderWayTest {
  let rows: Set<number> | undefined;
  return (row) => {
    if (underWay.size === 0) return false;
    rows ??= new Set([...underWay].flatMap((carried) => [...carried.rows]));
    return rows.has(row);
  };
}

function countCallsUnderWay({ underWay }: TenantLedger): number {
  return new Set([...underWay].map(({ parsed, attempt }) => `${parsed.operation.id} ${attempt.call}`)).size;
}
