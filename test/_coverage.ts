import type { Coverage, OperationCoverage } from 'vf-mock';

/** What a report says of an operation. */
export function of({ operations }: Coverage, id: string): OperationCoverage {
  const found = operations.find(({ operation }) => operation === id);
  if (found === undefined) throw new Error(`No operation ${id}`);
  return found;
}

/** What of an operation was met, with how often. */
export function met(coverage: Coverage, id: string): Record<string, number> {
  const { statuses, parameters, branches } = of(coverage, id);
  const all = [
    ...statuses.map(({ status, count }) => [status, count] as const),
    ...parameters.map(({ name, in: place, count }) => [`${place}.${name}`, count] as const),
    ...branches.map(({ branch, count }) => [branch, count] as const),
  ];
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}
