import type { Coverage, OperationCoverage } from 'vf-mock';

/** The part of a report about an operation. */
export function of({ operations }: Coverage, id: string): OperationCoverage {
  const found = operations.find(({ operation }) => operation === id);
  if (found === undefined) throw new Error(`No operation ${id}`);
  return found;
}

/** The covered parts of an operation, with their counts. */
export function met(coverage: Coverage, id: string): Record<string, number> {
  const { statuses, parameters, branches } = of(coverage, id);
  const all = [
    ...statuses.map(({ status, count }) => [status, count] as const),
    ...parameters.map(({ name, in: place, count }) => [`${place}.${name}`, count] as const),
    ...branches.map(({ branch, count }) => [branch, count] as const),
  ];
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}
