import { parseArgs } from 'node:util';

/** A run of the tests of a project in test/compat. */
export interface Run {
  readonly project: string;
  /** Major versions of the packages that are installed with vf-mock. */
  readonly peers: Readonly<Record<string, number>>;
  /** A major version of Node. If absent, the project has its own runtime. */
  readonly node?: number;
  /** The tests to run, if some cannot run. */
  readonly tests?: string;
}

interface Setup extends Omit<Run, 'node'> {
  readonly nodes?: readonly number[];
}

// msw 3 and Vitest 5 need Node 22.12. Vitest 3 has no setTimerTickMode. Jest needs Node 24.9 to `require` ES modules.
const setups: readonly Setup[] = [
  { project: 'node-test', peers: { msw: 2 }, nodes: [20, 22, 24, 26] },
  { project: 'node-test', peers: { msw: 3 }, nodes: [22, 24, 26] },
  { project: 'vitest', peers: { vitest: 3, msw: 2 }, nodes: [20], tests: 'sync' },
  { project: 'vitest', peers: { vitest: 4, msw: 2 }, nodes: [20, 24] },
  { project: 'vitest', peers: { vitest: 4, msw: 3 }, nodes: [22] },
  { project: 'vitest', peers: { vitest: 5, msw: 2 }, nodes: [24] },
  { project: 'vitest', peers: { vitest: 5, msw: 3 }, nodes: [22, 26] },
  { project: 'jest', peers: { jest: 30, msw: 2 }, nodes: [20, 24] },
  { project: 'jest', peers: { jest: 30, msw: 3 }, nodes: [22, 26] },
  { project: 'jest-commonjs', peers: { jest: 30, msw: 2 }, nodes: [20, 22], tests: 'import' },
  { project: 'jest-commonjs', peers: { jest: 30, msw: 2 }, nodes: [26] },
  { project: 'jest-commonjs', peers: { jest: 30, msw: 3 }, nodes: [24] },
  { project: 'bun', peers: { bun: 1, msw: 2 } },
  { project: 'deno', peers: { deno: 2, msw: 2 } },
];

/**
 * The runs of a command line: all runs, or the runs that `--node` and `--only` select.
 *
 * @throws Error for an unknown name, and if no run is left.
 */
export function chooseRuns(args: string[]): readonly Run[] {
  const several = { type: 'string', multiple: true } as const;
  const { node: nodes, only: projects } = parseArgs({ args, options: { node: several, only: several } }).values;
  checkKnown(
    'Node',
    nodes,
    setups.flatMap((setup) => setup.nodes?.map(String) ?? []),
  );
  checkKnown(
    'project',
    projects,
    setups.map(({ project }) => project),
  );
  const chosen = setups
    .flatMap(({ nodes: majors, ...setup }): Run[] => majors?.map((node) => ({ ...setup, node })) ?? [setup])
    .filter(({ node, project }) => (nodes?.includes(String(node)) ?? true) && (projects?.includes(project) ?? true));
  if (chosen.length > 0) return chosen;
  throw new Error(`there is no run of ${projects?.join(', ') ?? ''} under Node ${nodes?.join(', ') ?? ''}.`);
}

function checkKnown(what: string, given: readonly string[] = [], known: readonly string[]): void {
  const unknown = given.find((value) => !known.includes(value));
  if (unknown === undefined) return;
  throw new Error(`unknown ${what} "${unknown}". Use one of ${[...new Set(known)].join(', ')}.`);
}
