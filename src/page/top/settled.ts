import { stateOf } from '../lanes/state.ts';
import { judgedUpTo } from '../run.ts';
import { attemptsOf, callOf, rowOf, toCallKey } from '../rows.ts';
import type { Verdicts } from '../shapes.ts';
import { now } from './now.ts';

type Verdict = Verdicts['verdicts'][number];
type Finding = Verdict['findings'][number];

/** The rules that were broken, each with the breaches that no later attempt can undo. */
export function listBroken({ verdicts }: Verdicts): Verdict[] {
  return verdicts
    .filter(({ outcome }) => outcome === 'failed')
    .map((verdict) => ({ ...verdict, findings: verdict.findings.filter(isSettled) }))
    .filter(({ findings }) => findings.length > 0);
}

/** Whether the call was over when the server judged. Verdicts come seldom, and a failed call may be tried again. */
function isSettled({ exchanges }: Finding): boolean {
  const row = rowOf(exchanges.at(-1) ?? 0);
  const call = row && callOf(toCallKey(row));
  if (call === undefined) return true;
  if ((call.numbers.at(-1) ?? 0) > judgedUpTo.value) return false;
  return !['open', 'underWay'].includes(stateOf(attemptsOf(call), now.peek()));
}
