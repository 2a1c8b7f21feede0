import { toJUnitXml } from '../report/junit.ts';
import type { ContractReport } from './contract.ts';

const outcomes = { conforming: 'passed', violating: 'failed', skipped: 'skipped' } as const;

/** The report as JUnit XML for CI services. The API is a test suite, and each case is a test case. */
export function toJUnit({ api, upstream, cases }: ContractReport): string {
  return toJUnitXml({
    name: `vf-mock contract ${api} ${upstream}`,
    cases: cases.map(({ operation, name, expected, outcome, findings }) => ({
      group: operation,
      name: `${name} (${expected.join(' or ')})`,
      outcome: outcomes[outcome],
      lines: findings,
    })),
  });
}
