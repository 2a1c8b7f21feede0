import { isDelivered } from '../journal/exchange.ts';
import type { Finding } from '../rules/rule.ts';
import { toTimelinesOf } from '../journal/timeline.ts';
import type { Case, End } from './case.ts';
import type { CaseResult, ClientRun } from './report.ts';
import type { Trial } from './trial.ts';

/** Bytes of output that nobody needs, and that fill the logs of whoever runs the job: so many, and for each record sent. */
const allowedOutput = 1024 * 1024;
const allowedOutputPerRecord = 500;
/** So many findings of a kind are told. */
const shownFindings = 5;

const unsent = 'The client sent no request to its base URL.';

/** What comes of a case. */
export type Judgement = Pick<CaseResult, 'outcome' | 'findings' | 'timeline'>;

/** Judges what the runs of a case have left behind. */
export function judgeCase(one: Case, trials: readonly Trial[]): Judgement {
  const checked = (one.checks ?? []).map((check) => check(trials));
  const wrongs = [
    ...trials.flatMap((trial, index) => judgeTrial(one, trial, index === 0)),
    ...checked.flatMap((findings = []) => shorten(findings)),
  ];
  if (wrongs.length > 0) {
    const calls = trials.flatMap((trial) => trial.calls);
    const named = wrongs.flatMap(({ exchanges }) => exchanges);
    // Where no request is to blame, what failed tells most.
    const blamed = named.length > 0 ? named : trials.flatMap(findFailed);
    return {
      outcome: 'failed',
      findings: wrongs.map(({ message }) => message),
      timeline: truncateTimeline(toTimelinesOf(calls, blamed).join('\n\n')),
    };
  }
  const says = checked.every((findings) => findings !== undefined);
  const missing = says ? findMissingPremise(one, trials) : toOtherwise(one);
  return { outcome: missing === undefined ? 'passed' : 'not applicable', findings: missing ?? [], timeline: '' };
}

function findFailed({ exchanges }: Trial): number[] {
  return exchanges.filter((exchange) => !isDelivered(exchange)).map(({ number }) => number);
}

function judgeTrial(one: Case, trial: Trial, isFirst: boolean): Finding[] {
  // Of nothing there is nothing else to say. A second run may find that there is nothing left to do.
  if (trial.exchanges.length === 0) return judgeRun(trial, isFirst);
  return [
    ...judgeRun(trial, isFirst),
    ...judgeEnd(toEnd(one), trial),
    ...one.rules.flatMap((rule) => judgeRule(rule, trial)),
  ];
}

/** What is wrong in any case. */
function judgeRun({ run, exchanges }: Trial, isFirst: boolean): Finding[] {
  const { stopped, signal, outputBytes } = run;
  const allowed = allowedOutput + allowedOutputPerRecord * exchanges.reduce((sum, { records }) => sum + records, 0);
  const megabytes = (outputBytes / 1024 / 1024).toFixed(1);
  return [
    ...(stopped === undefined ? [] : [toFinding(stopped)]),
    ...(signal === undefined || stopped !== undefined ? [] : [toFinding(`The signal ${signal} ended the client.`)]),
    ...(outputBytes <= allowed
      ? []
      : [
          toFinding(
            `The client wrote ${megabytes} MiB of output, more than 1 MiB and ${allowedOutputPerRecord} bytes for each record.`,
          ),
        ]),
    ...(exchanges.length > 0 || !isFirst
      ? []
      : [toFinding(stopped === undefined ? unsent : 'The mock answered no request of the client.')]),
  ];
}

interface ExpectedEnd {
  readonly end: End;
  /** Whether all records are valid, so that no exit code but 0 is right where all is delivered. */
  readonly isClean: boolean;
}

function toEnd({ end, invalid = 0 }: Case): ExpectedEnd {
  return { end, isClean: invalid === 0 };
}

function judgeEnd({ end, isClean }: ExpectedEnd, trial: Trial): Finding[] {
  const { exitCode } = trial.run;
  const lost = [...judgeRule('complete', trial), ...shorten(trial.storedDifferences)];
  const said = exitCode === 0 ? [] : judgeWords(trial.run);
  switch (end) {
    case 'delivered': {
      const isWrong = isClean && exitCode !== undefined && exitCode !== 0;
      const code = isWrong
        ? [toFinding(`The client exited with ${exitCode}, although it can deliver all records.`)]
        : [];
      return [...lost, ...code, ...judgeExitCode(exitCode, lost)];
    }
    case 'stopped':
      return exitCode === 0 ? [toFinding('The client exited with 0, although it did not deliver all records.')] : said;
    case 'honest':
      return exitCode === 0 ? [...lost, ...judgeExitCode(exitCode, lost)] : lost.length > 0 ? said : [];
  }
}

function judgeExitCode(exitCode: number | undefined, lost: readonly Finding[]): Finding[] {
  return exitCode === 0 && lost.length > 0
    ? [toFinding('The client exited with 0, although it did not deliver all records.')]
    : [];
}

function judgeWords({ exitCode, stdout, stderr }: ClientRun): Finding[] {
  const isSilent = exitCode !== undefined && `${stdout}${stderr}`.trim() === '';
  return isSilent ? [toFinding(`The client exited with ${exitCode}, but printed no message about the failure.`)] : [];
}

function judgeRule(rule: string, { verdicts }: Trial): Finding[] {
  const findings = verdicts.verdicts.find((verdict) => verdict.rule === rule)?.findings ?? [];
  return shorten(findings.map(({ message, exchanges }) => ({ message: `${rule}: ${message}`, exchanges })));
}

function shorten(findings: readonly Finding[]): Finding[] {
  const more = findings.length - shownFindings;
  return [
    ...findings.slice(0, shownFindings),
    ...(more > 0 ? [toFinding(`and ${more} more findings of this kind`)] : []),
  ];
}

/** Why a case says nothing, if what it is about did not happen. */
function findMissingPremise(one: Case, trials: readonly Trial[]): string[] | undefined {
  const { rule, exchange } = one.premise ?? {};
  const hasMet = exchange === undefined || trials.some(({ exchanges }) => exchanges.some(exchange));
  const applies = rule === undefined || trials.some(({ verdicts }) => isApplicable(rule, verdicts.verdicts));
  return hasMet && applies ? undefined : toOtherwise(one);
}

function toOtherwise({ premise }: Case): string[] {
  return [premise?.otherwise ?? 'The situation of this case did not occur.'];
}

function isApplicable(rule: string, verdicts: Trial['verdicts']['verdicts']): boolean {
  return verdicts.some((verdict) => verdict.rule === rule && verdict.outcome !== 'not applicable');
}

function toFinding(message: string): Finding {
  return { message, exchanges: [] };
}

/** Lines that a reader has patience for. */
const timelineLines = 30;

function truncateTimeline(timeline: string): string {
  const lines = timeline.split('\n');
  const more = lines.length - timelineLines;
  return more > 0 ? [...lines.slice(0, timelineLines), `… and ${more} more lines`].join('\n') : timeline;
}
