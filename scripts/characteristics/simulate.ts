import { createAccount } from '../../src/reconciliation/account.ts';
import { createLedger } from '../../src/reconciliation/ledger.ts';
import type { ClientCall, Exchange } from '../../src/journal/exchange.ts';
import { toClientCalls } from '../../src/journal/exchange.ts';
import { createDraw, type Draw } from '../../src/records/draw.ts';
import { backoffGrows, backoffJitters } from '../../src/rules/backoff.ts';
import { createEvidence, type Evidence, type Facts } from '../../src/rules/evidence.ts';
import { defaultLimits } from '../../src/rules/limits.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { createLag } from '../../src/runtime/lag.ts';
import { drawBetween, type Strategy } from './strategies.ts';

/** A model of the lag of a machine, in milliseconds. */
export interface LagModel {
  readonly name: string;
  /** Draws the lag of a wait. */
  draw(draw: Draw): number;
  /** Draws the lag of a measurement of the control timer. By default it lags as waits do. */
  drawControl?(draw: Draw): number;
}

export const lagModels: readonly LagModel[] = [
  { name: 'no lag', draw: () => 0 },
  { name: 'light lag', draw: (draw) => drawBetween(draw, 0, 5) },
  { name: 'heavy lag', draw: (draw) => -50 * Math.log(1 - drawBetween(draw, 0, 1)) },
  {
    name: 'client stalls',
    draw: (draw) => (draw.below(64) === 0 ? drawBetween(draw, 0, 500) : 0),
    drawControl: () => 0,
  },
];

/** The number of calls that a case of the battery spends at most. */
const maxCalls = 16;
/** Milliseconds between two measurements of the control timer. */
const interval = 20;

export type Outcome = 'passed' | 'failed' | 'inconclusive';

/** The outcomes of both rules for one client. */
export interface Outcomes {
  readonly grows: Outcome;
  readonly jitters: Outcome;
}

/** Judges a client as the battery does: looks after each call, and stops at the first `passed` or `failed`. */
export function judgeStrategy({ waits }: Strategy, model: LagModel, seed: string, run: number): Outcomes {
  const draw = createDraw(1, seed, run);
  const outcomes: { grows: Outcome; jitters: Outcome } = { grows: 'inconclusive', jitters: 'inconclusive' };
  const machine = createMachine(model, draw);
  const exchanges: Exchange[] = [];
  const calls: ClientCall[] = [];
  for (let number = 1; number <= maxCalls; number += 1) {
    const sent = sendCall(number, waits(draw), machine);
    exchanges.push(...sent);
    calls.push(...toClientCalls(sent));
    const evidence = createEvidence({ ...noFacts, exchanges: [...exchanges], calls: [...calls], lag: machine.lag });
    if (outcomes.grows === 'inconclusive') outcomes.grows = toOutcome(backoffGrows, evidence);
    if (outcomes.jitters === 'inconclusive') outcomes.jitters = toOutcome(backoffJitters, evidence);
    if (outcomes.grows !== 'inconclusive' && outcomes.jitters !== 'inconclusive') break;
  }
  return outcomes;
}

const noFacts: Omit<Facts, 'exchanges' | 'calls'> = {
  limits: defaultLimits,
  dropped: 0,
  state: { tenants: () => [], stored: () => undefined },
  account: createAccount({ ledger: createLedger(0), countStored: () => 0 }),
};

function toOutcome({ check }: Rule, evidence: Evidence): Outcome {
  const result = check(evidence);
  if (result === undefined || 'missing' in result) return 'inconclusive';
  return result.length > 0 ? 'failed' : 'passed';
}

interface Machine {
  /** Waits, and as long as the machine lags. Returns the time after it. */
  wait(ms: number): number;
  readonly lag: Evidence['lag'];
}

/** A machine whose timers lag: that of the client, and the control timer of the server. */
function createMachine(model: LagModel, draw: Draw): Machine {
  let now = 0;
  let due = interval;
  let time = 0;
  const lag = createLag({ now: () => time });
  return {
    wait(ms): number {
      now += ms + model.draw(draw);
      while (due < now) {
        const late = (model.drawControl ?? model.draw)(draw);
        time = due + late;
        lag.record(late);
        due = time + interval;
      }
      return Math.floor(now);
    },
    lag: lag.between,
  };
}

/** A call that fails twice and then succeeds. */
function sendCall(call: number, waits: readonly [number, number], machine: Machine): Exchange[] {
  return [0, ...waits].map((wait, index): Exchange => {
    const attempt = index + 1;
    const at = machine.wait(wait);
    return { ...place, number: 3 * call + attempt, call, attempt, at, status: attempt < 3 ? 503 : 200 };
  });
}

const place = {
  ...({
    api: 'vibefollow',
    operation: 'bulkUpsertUsers',
    method: 'POST',
    path: '/api/v1/users/bulk',
    query: '',
  } as const),
  ...{ tenant: 't', tenantId: 't', size: 10, records: 0, duration: 0 },
};
