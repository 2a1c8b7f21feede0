import { toJUnitXml } from '../report/junit.ts';
import type { ContractReport } from './contract.ts';

const outcomes = { conforming: 'passed', violating: 'failed', skipped: 'skipped' } as const;

/** The report in the XML of JUnit, as CI services read it: a test suite for the API, a test case for each case. */
export function toJUnit({ api, upstream, cases }: ContractReport): string {
  return toJUnitXml(
    `vf-mock contract ${api} ${upstream}`,
    cases.map(({ operation, name, expected, outcome, findings }) => ({
      group: operation,
      name: `${name} (${expected.join(' or ')})`,
      outcome: outcomes[outcome],
      lines: findings,
    })),
  );
}
