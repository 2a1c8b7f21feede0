// The mock
export { createMock, type Mock } from './mock.ts';
export type { MockOptions, Options, VibeFollowOptions, YellowOptions } from './options.ts';
export type { Clock } from './clock.ts';
export type { Fetch } from './fetch.ts';
export type { Answer, Broken, Outcome } from './outcome.ts';
export type { MockRequest } from './arrival.ts';

// What goes wrong
export type { ActiveFault, Fault, FaultRule, Faults, FaultSelector } from './faults.ts';
export { scenarios, type Scenario, type ScenarioName } from './scenarios.ts';

// What it holds
export type { VibeFollow } from './vibefollow/api.ts';
export type { ProjectState, VibeFollowEventRecord, VibeFollowUserRecord } from './vibefollow/project.ts';
export type { VibeFollowEvent, VibeFollowUser } from './vibefollow/store.ts';
export type { Yellow } from './yellow/api.ts';
export type { BotState, YellowEventRecord } from './yellow/bot.ts';
export type { BulkCreation, IdentifiedUser } from './yellow/bulk-creations.ts';
export type { YellowEvent } from './yellow/events.ts';
export type { YellowUser } from './yellow/store.ts';
export type { State } from './state.ts';

// What the client did
export type { ClientCall, Exchange, JournalFilter } from './client-calls.ts';
export { rules, type VerdictOptions, type Verdicts } from './rules/verdicts.ts';
export type { ExpectedRecord, Finding, Rule, RuleId, Verdict } from './rules/rule.ts';
export type { Figures } from './rules/figures.ts';
export type { Coverage, CoverageOptions, OperationCoverage } from './coverage.ts';
export { toTimeline } from './timeline.ts';
export type { Har } from './har.ts';
export type { Journal } from './journal.ts';

// The documents
export { documents, type ApiName, type OperationId } from './router.ts';
export type { OpenApiDocument } from './generated/documents.ts';
