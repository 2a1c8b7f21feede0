import type { ClientCall, Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import type { Lag } from '../runtime/lag.ts';
import { toEndpoints, type Endpoint } from './endpoints.ts';
import { createExactNumbers, type ExactNumbers } from './exact-numbers.ts';
import type { Account } from '../reconciliation/account.ts';
import type { ExpectedRecord, StoredUser } from '../reconciliation/expected.ts';
import { measureFigures, type Figures } from './figures.ts';
import type { VerdictLimits } from './limits.ts';
import { createResends, type Resends } from './resends.ts';
import { findStops, type Stops } from './stops.ts';

/** The content of the journal and the state, and the demands on the client. */
export interface Facts {
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  /** In order of first arrival. */
  readonly calls: readonly ClientCall[];
  /** The records that the client must deliver, if the options list them. */
  readonly expected?: readonly ExpectedRecord[];
  readonly limits: VerdictLimits;
  /** Number of exchanges that the journal has dropped, or whose record ids it has dropped. */
  readonly dropped: number;
  readonly state: JudgedState;
  /** Where each record is that was sent. */
  readonly account: Account;
  /** The largest lag of the machine between two times, in milliseconds. Absent if nothing measured it. */
  readonly lag?: Lag['between'];
}

/** The facts, and what follows from them. Rules read nothing else. */
export interface Evidence extends Facts {
  readonly lag: Lag['between'];
  /** The exchanges of calls, by tenant and operation. */
  readonly endpoints: readonly Endpoint[];
  readonly resends: Resends;
  readonly stops: Stops;
  readonly exactNumbers: ExactNumbers;
  readonly figures: Figures;
}

/** The state of the APIs, as rules look it up. */
export interface JudgedState {
  /** The tenants that have a state. */
  tenants(): readonly Tenant[];
  /** The stored properties of a user by the names in records; `undefined` if the user is not stored. */
  stored(tenant: Tenant, id: string): StoredUser | undefined;
}

export interface Tenant {
  readonly api: ApiName;
  readonly tenantId: string;
}

/** Computes the parts that several rules need. */
export function createEvidence(facts: Facts): Evidence {
  const { exchanges, calls } = facts;
  const endpoints = toEndpoints(exchanges);
  return Object.freeze({
    lag: () => 0,
    ...facts,
    endpoints,
    stops: findStops(calls),
    figures: measureFigures(calls, endpoints),
    // These read all records on their first use. For most journals no rule uses them.
    resends: createResends(exchanges),
    exactNumbers: createExactNumbers(exchanges),
  });
}
