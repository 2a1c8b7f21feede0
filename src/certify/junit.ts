import { toJUnitXml, type TestCase } from '../report/junit.ts';
import { toCases } from './cases.ts';
import { countsAsFailure, type CaseResult, type CertifyReport } from './report.ts';
import { toOnlyOptions } from './text.ts';

/** The report as JUnit XML for CI services. Its properties name the things to mend. */
export function toJUnit(report: CertifyReport): string {
  const { api, client, version, node, platform, seed, startedAt, duration, causes, cases, strict } = report;
  const { finished, notRun, notRunReason = '' } = report;
  const levels = new Map(toCases(api).map(({ id, level }) => [id, level]));
  return toJUnitXml({
    name: `vf-mock certify ${api}: ${client}`,
    timestamp: startedAt,
    seconds: duration / 1000,
    properties: [
      ['client', client],
      ['vf-mock', version],
      ['node', node],
      ['platform', platform],
      ['seed', String(seed)],
      ['finished', String(finished)],
      ...causes.map((cause, index): [string, string] => [
        `mend ${index + 1}`,
        `${cause.level}: ${cause.message} ${cause.advice} ${toOnlyOptions(cause)}`,
      ]),
    ],
    cases: [
      ...cases.map((result) => toTestCase(result, strict)),
      ...notRun.map((id): TestCase => ({
        ...toName(id, levels.get(id)),
        outcome: 'skipped',
        lines: [`not run: ${notRunReason}`],
      })),
    ],
  });
}

function toName(id: string, level?: string): Pick<TestCase, 'group' | 'name'> {
  const [group = '', name = ''] = id.split('/');
  return { group, name: level === undefined ? name : `${name} (${level})` };
}

/** CI services fail a suite for each `failure`. So a failed case that does not count passes, and its output says why. */
function toTestCase(result: CaseResult, isStrict: boolean): TestCase {
  const { id, level, outcome, duration, findings, timeline } = result;
  const lines = timeline === '' ? findings : [...findings, timeline];
  const common = { ...toName(id, level), seconds: duration / 1000 };
  if (countsAsFailure(result, isStrict)) {
    return { ...common, outcome: 'failed', type: outcome === 'failed' ? level : outcome, lines };
  }
  if (outcome === 'passed') return { ...common, outcome, lines: [] };
  if (outcome === 'failed') {
    const [first = '', ...others] = lines;
    return {
      ...common,
      outcome: 'passed',
      properties: [['outcome', `${level} failed`]],
      lines: [`${level} failed: ${first}`, ...others],
    };
  }
  return { ...common, outcome: 'skipped', lines: [`${outcome}: ${findings.join(' ')}`] };
}
