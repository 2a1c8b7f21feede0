// The mock
export { createMock, type Mock } from './mock/mock.ts';
export type { UseOptions } from './mock/read-scenario.ts';
export type { MockOptions, Options, VibeFollowOptions, YellowOptions } from './config/options.ts';
export type { Clock, ClockState } from './runtime/clock.ts';
export type { Lag } from './runtime/lag.ts';
export type { Fetch } from './http/fetch.ts';
export type { BrokenConnection, MockResponse, Outcome } from './http/response.ts';
export type { IncomingRequest, MockRequest } from './http/request.ts';

// Faults
export type { ActiveFault, Fault, FaultRule, Faults, FaultSelector } from './engine/faults.ts';
export { scenarios, type Scenario, type ScenarioName } from './config/scenarios.ts';

// Stored data
export type { VibeFollow } from './vibefollow/api.ts';
export type { ProjectState, VibeFollowEventRecord, VibeFollowUserRecord } from './vibefollow/project.ts';
export type { VibeFollowEvent, VibeFollowUser } from './vibefollow/store.ts';
export type { Yellow } from './yellow/api.ts';
export type { BotState, YellowEventRecord } from './yellow/bot.ts';
export type { BulkCreation, IdentifiedUser } from './yellow/bulk-creations.ts';
export type { YellowEvent } from './yellow/events.ts';
export type { YellowUser } from './yellow/store.ts';
export type { StoredUser, StoredUserFilter } from './mock/stored-users.ts';
export type { State } from './mock/snapshot.ts';

// Journal, rules and coverage
export type { ClientCall, Exchange, JournalFilter } from './journal/exchange.ts';
export { rules, type VerdictOptions, type Verdicts } from './rules/verdicts.ts';
export type { SeenTenant } from './rules/seen-tenants.ts';
export type { ExpectedRecord } from './reconciliation/expected.ts';
export type { Finding, Rule, RuleId, Verdict } from './rules/rule.ts';
export type { Figures } from './rules/figures.ts';
export type { Coverage, CoverageOptions, OperationCoverage } from './journal/coverage.ts';
export { toTimeline } from './journal/timeline.ts';
export type { Har } from './journal/har.ts';
export type { Journal } from './journal/journal.ts';

// Reconciliation
export type { EventFilter, EventSubject, EventType, ExchangeEnded, MockEvent } from './journal/event.ts';
export type { Subscribe } from './journal/events.ts';
export type { RecordFilter } from './mock/accounting.ts';
export type { AccountedRecord } from './reconciliation/account.ts';
export type { RecordOutcome } from './reconciliation/outcome.ts';
export type { RecordCause, RecordCounts, ReconcileOptions, Reconciliation } from './reconciliation/reconcile.ts';
export type { RecordStory } from './reconciliation/story.ts';

// OpenAPI documents
export { documents, type ApiName, type OperationId } from './openapi/router.ts';
export type { OpenApiDocument } from './generated/documents.ts';
