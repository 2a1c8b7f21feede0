import type { ClientCall, Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import { toEndpoints, type Endpoint } from './endpoints.ts';
import type { ExpectedRecord } from './expected.ts';
import { measureFigures, type Figures } from './figures.ts';
import type { VerdictLimits } from './limits.ts';
import { createReportedRecords, type ReportedRecords } from './reported.ts';
import { createResends, type Resends } from './resends.ts';
import { findStops, type Stops } from './stops.ts';
import { createTakenRecords, type TakenRecords } from './taken.ts';

/** What the journal and the state tell, and what is asked of the client. */
export interface Facts {
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  /** In order of first arrival. */
  readonly calls: readonly ClientCall[];
  /** The records that were to be delivered, where somebody named them. */
  readonly expected?: readonly ExpectedRecord[];
  readonly limits: VerdictLimits;
  /** Number of exchanges of which the journal has dropped all, or the ids that they carried. */
  readonly dropped: number;
  readonly state: JudgedState;
}

/** What a client is judged by: the facts, and what follows from them. Rules read it, and nothing else. */
export interface Evidence extends Facts {
  /** The exchanges of calls, by tenant and operation. */
  readonly endpoints: readonly Endpoint[];
  readonly resends: Resends;
  readonly stops: Stops;
  readonly reported: ReportedRecords;
  readonly taken: TakenRecords;
  readonly figures: Figures;
}

/** What a judge looks up of what the APIs hold. */
export interface JudgedState {
  /** The tenants that hold something. */
  tenants(): readonly Tenant[];
  /** Whether a tenant has taken work that is not done as yet. */
  isWaiting(tenant: Tenant): boolean;
  /** What is stored of a user: its properties by the names that records have, or nothing. */
  stored(tenant: Tenant, id: string): StoredValues | undefined;
}

export interface Tenant {
  readonly api: ApiName;
  readonly tenantId: string;
}

/** The properties of a stored user, by the names that records have. */
export type StoredValues = Readonly<Record<string, unknown>>;

/** Works out once what several rules need. */
export function createEvidence(facts: Facts): Evidence {
  const { exchanges, calls } = facts;
  const endpoints = toEndpoints(exchanges);
  return Object.freeze({
    ...facts,
    endpoints,
    stops: findStops(calls),
    figures: measureFigures(calls, endpoints),
    // These go through the records when they are first asked. Most journals lose nothing, and then nobody asks.
    resends: createResends(exchanges),
    reported: createReportedRecords(calls),
    taken: createTakenRecords(exchanges),
  });
}
