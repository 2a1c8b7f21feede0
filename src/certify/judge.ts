import { isDelivered } from '../journal/exchange.ts';
import { nameAnswer } from '../journal/wording.ts';
import type { Finding, RuleId, Verdict } from '../rules/rule.ts';
import { toTimelinesOf } from '../journal/timeline.ts';
import type { Case, End } from './case.ts';
import type { CauseKind } from './cause-kinds.ts';
import { findCause } from './find-cause.ts';
import type { CaseResult, ClientRun } from './report.ts';
import type { Trial, Wrong } from './trial.ts';

/** Maximum output in bytes: a base, and an allowance for each record sent. More output would fill the logs of a job. */
const allowedOutput = 1024 * 1024;
const allowedOutputPerRecord = 500;
/** Maximum number of findings of one kind in a report. */
const shownFindings = 5;

/** The result of a case, as far as the judge decides it. */
export type Judgement = Pick<CaseResult, 'outcome' | 'cause' | 'findings' | 'timeline'>;

/** Judges the runs of a case. */
export function judgeCase(testCase: Case, trials: readonly Trial[]): Judgement {
  const checked = (testCase.checks ?? []).map((check) => check(trials));
  const wrongs = [
    ...trials.flatMap((trial, index) => judgeTrial(testCase, trial, index === 0)),
    ...checked.flatMap((result = []) => ('missing' in result ? [] : limitFindings(result))),
  ];
  if (wrongs.length > 0) {
    const cause = findCause(testCase, trials, wrongs);
    const calls = trials.flatMap((trial) => trial.calls);
    const numbers = wrongs.flatMap(({ exchanges }) => exchanges);
    // If no finding names a request, the failed requests explain most.
    const blamed = numbers.length > 0 ? numbers : trials.flatMap(findFailed);
    return {
      outcome: 'failed',
      cause,
      findings: [...new Set([cause.message, ...wrongs.map(({ message }) => message)])],
      timeline: truncateTimeline(toTimelinesOf(calls, blamed).join('\n\n')),
    };
  }
  const areApplicable = checked.every((result) => result !== undefined);
  const inapplicable = areApplicable ? findMissingPremise(testCase, trials) : toInapplicableReason(testCase);
  if (inapplicable) return { outcome: 'not applicable', findings: inapplicable, timeline: '' };
  const missing = [
    ...checked.flatMap((result) => (result && 'missing' in result ? [result.missing] : [])),
    ...trials.flatMap(({ verdicts }) => findMissingEvidence(testCase, verdicts.verdicts)),
  ];
  return { outcome: missing.length > 0 ? 'inconclusive' : 'passed', findings: missing, timeline: '' };
}

function findMissingEvidence({ rules }: Case, verdicts: readonly Verdict[]): string[] {
  const judging = verdicts.filter(({ rule }) => rules.includes(rule));
  return judging.flatMap(({ rule, missing }) => (missing === undefined ? [] : [`${rule}: ${missing}`]));
}

function findFailed({ exchanges }: Trial): number[] {
  return exchanges.filter((exchange) => !isDelivered(exchange)).map(({ number }) => number);
}

function judgeTrial(testCase: Case, trial: Trial, isFirst: boolean): Wrong[] {
  // Without requests the rules cannot judge. A second run may correctly send nothing.
  if (trial.exchanges.length === 0) return judgeRun(trial, isFirst);
  return [
    ...judgeRun(trial, isFirst),
    ...judgeEnd(toEnd(testCase, trial), trial),
    ...testCase.rules.flatMap((rule) => judgeRule(rule, trial)),
  ];
}

/** Findings that every case checks. */
function judgeRun(trial: Trial, isFirst: boolean): Wrong[] {
  const { run, exchanges } = trial;
  const { stopped, signal, outputBytes } = run;
  const allowed = allowedOutput + allowedOutputPerRecord * exchanges.reduce((sum, { records }) => sum + records, 0);
  const megabytes = (outputBytes / 1024 / 1024).toFixed(1);
  return [
    ...(stopped === undefined ? [] : [toWrong('stopped', stopped)]),
    ...(signal === undefined || stopped !== undefined
      ? []
      : [toWrong('signal', `The signal ${signal} ended the client.`)]),
    ...(outputBytes <= allowed
      ? []
      : [
          toWrong(
            'output',
            `The client wrote ${megabytes} MiB of output, more than 1 MiB and ${allowedOutputPerRecord} bytes for each record.`,
          ),
        ]),
    ...(exchanges.length > 0 || !isFirst ? [] : [toWrong('no-request', explainUnsent(trial))]),
  ];
}

function explainUnsent({ run, others }: Trial): string {
  const [other] = others;
  if (other !== undefined)
    return `The client sent only requests that mean no API, such as ${other.method} ${other.path} (${nameAnswer(other)}).`;
  return run.stopped === undefined
    ? 'The client sent no request to its base URL.'
    : 'The mock answered no request of the client.';
}

interface ExpectedEnd {
  readonly end: End;
  /** Whether nothing was rejected, and no loss is excused. Then a client that delivers all records must exit with 0. */
  readonly isClean: boolean;
  /** Findings about the stored values, if the case judges them. */
  readonly differences: readonly Wrong[];
}

function toEnd({ end, invalid = 0, comparesValues = false }: Case, trial: Trial): ExpectedEnd {
  const { excused, wrongRejections, changedValues } = trial;
  const isAccepted = comparesValues || wrongRejections.length === 0;
  return {
    end,
    isClean: invalid === 0 && excused === undefined && isAccepted,
    differences: comparesValues
      ? [
          ...wrongRejections.map((finding): Wrong => ({ kind: 'invalid-values', ...finding })),
          ...changedValues.map((finding): Wrong => ({ kind: 'changed-values', ...finding })),
        ]
      : [],
  };
}

function judgeEnd({ end, isClean, differences }: ExpectedEnd, trial: Trial): Wrong[] {
  if (end === 'any') return [];
  const { exitCode } = trial.run;
  const lost = [...judgeRule('complete', trial), ...limitFindings(differences)];
  const silence = exitCode === 0 ? [] : judgeMessage(trial.run);
  switch (end) {
    case 'delivered': {
      const isWrong = isClean && exitCode !== undefined && exitCode !== 0;
      const code = isWrong
        ? [toWrong('wrong-exit-code', `The client exited with ${exitCode}, although it can deliver all records.`)]
        : [];
      return [...lost, ...code, ...judgeExitCode(exitCode, lost)];
    }
    case 'stopped':
      return exitCode === 0 ? [silentLoss] : silence;
    case 'honest':
      return exitCode === 0 ? [...lost, ...judgeExitCode(exitCode, lost)] : lost.length > 0 ? silence : [];
  }
}

const silentLoss = toWrong('silent-loss', 'The client exited with 0, although it did not deliver all records.');

function judgeExitCode(exitCode: number | undefined, lost: readonly Finding[]): Wrong[] {
  return exitCode === 0 && lost.length > 0 ? [silentLoss] : [];
}

function judgeMessage({ exitCode, stdout, stderr }: ClientRun): Wrong[] {
  const isSilent = exitCode !== undefined && `${stdout}${stderr}`.trim() === '';
  return isSilent
    ? [toWrong('no-message', `The client exited with ${exitCode}, but printed no message about the failure.`)]
    : [];
}

function judgeRule(rule: RuleId, { verdicts }: Trial): Wrong[] {
  const findings = verdicts.verdicts.find((verdict) => verdict.rule === rule)?.findings ?? [];
  return limitFindings(
    findings.map(({ message, exchanges }) => ({ kind: rule, message: `${rule}: ${message}`, exchanges })),
  );
}

function limitFindings(findings: readonly Wrong[]): Wrong[] {
  const more = findings.length - shownFindings;
  const [{ kind } = silentLoss] = findings;
  return [
    ...findings.slice(0, shownFindings),
    ...(more > 0 ? [toWrong(kind, `and ${more} more findings of this kind`)] : []),
  ];
}

/** The reason why a case is not applicable, if its situation did not occur. */
function findMissingPremise(testCase: Case, trials: readonly Trial[]): string[] | undefined {
  const { rule, exchange } = testCase.premise ?? {};
  const hasMet = exchange === undefined || trials.some(({ exchanges }) => exchanges.some(exchange));
  const applies = rule === undefined || trials.some(({ verdicts }) => isApplicable(rule, verdicts.verdicts));
  return hasMet && applies ? undefined : toInapplicableReason(testCase);
}

function toInapplicableReason({ premise }: Case): string[] {
  return [premise?.otherwise ?? 'The situation of this case did not occur.'];
}

function isApplicable(rule: string, verdicts: Trial['verdicts']['verdicts']): boolean {
  return verdicts.some((verdict) => verdict.rule === rule && verdict.outcome !== 'not applicable');
}

function toWrong(kind: CauseKind, message: string): Wrong {
  return { kind, message, exchanges: [] };
}

/** Maximum number of lines of a timeline in a report. */
const timelineLines = 30;

function truncateTimeline(timeline: string): string {
  const lines = timeline.split('\n');
  const more = lines.length - timelineLines;
  return more > 0 ? [...lines.slice(0, timelineLines), `… and ${more} more lines`].join('\n') : timeline;
}
