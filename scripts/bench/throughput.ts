// How much is served, over HTTP and inside a process.
import { toBodies } from './chunks.ts';
import { toRequest } from './load.ts';
import type { Api } from './programs/wire.ts';
import type { Project } from './project.ts';
import { measureInTurn, median, toRatio } from './rounds.ts';
import { startProgram, startServer, toSubject, type Subject } from './subjects.ts';
import type { Goal, Line, Row } from './table.ts';

/** What ours is compared with, the goal of the ratio beside its name. */
export type Rivals = Readonly<Record<string, number | undefined>>;

/** Measures one row of the table. */
export type Measure = (project: Project, rounds: number) => Promise<Row>;

export function measureHttp({
  what,
  api,
  size,
  rivals,
}: {
  what: string;
  api: Api;
  size: number;
  rivals: Rivals;
}): Measure {
  return async (project, rounds) => {
    const requests = toBodies(api, size).map((body) => toRequest(api, body));
    const subjects: Record<string, Subject> = {};
    for (const name of ['vf-mock', ...Object.keys(rivals)]) {
      const server = await startServer(project, toArgs(project, name, api), requests[0] ?? Buffer.of());
      subjects[name] = toSubject(server, requests);
    }
    return compare(what, subjects, rivals, rounds);
  };
}

export function measureInProcess({ what, ours, rivals }: { what: string; ours: string; rivals: Rivals }): Measure {
  return async (project, rounds) => {
    const names = [ours, ...Object.keys(rivals)];
    const subjects = Object.fromEntries(names.map((name) => [name, startProgram(project, name)]));
    return compare(what, subjects, rivals, rounds);
  };
}

/** How a server is started, ours as its users do. */
export function toArgs(project: Project, name: string, api: Api): (port: string) => string[] {
  const ours = (port: string): string[] => [project.bin('vf-mock', 'vf-mock'), '--port', port, '-c', project.config];
  const prism = [project.bin('@stoplight/prism-cli', 'prism'), 'mock', `openapi/${api}.yaml`];
  switch (name) {
    case 'vf-mock':
      return ours;
    case 'vf-mock --quiet':
      return (port) => [...ours(port), '--quiet'];
    case 'prism':
      return (port) => [...prism, '--verboseLevel', 'silent', '--host', '127.0.0.1', '--port', port];
    default:
      return (port) => [project.program(name), port, api];
  }
}

async function compare(
  what: string,
  subjects: Readonly<Record<string, Subject>>,
  rivals: Rivals,
  rounds: number,
): Promise<Row> {
  const figures = await measureInTurn(subjects, rounds);
  const [ours] = Object.values(figures);
  const lines = Object.entries(figures).map(([name, { perSecond, cpuMs }]): Line => {
    const goal = rivals[name];
    return {
      name,
      figures: [
        median(perSecond).toLocaleString('en', { maximumFractionDigits: 0 }),
        cpuMs === undefined ? '' : cpuMs.toFixed(3),
      ],
      ...(ours && name in rivals && { ratio: toRatio(ours.perSecond, perSecond) }),
      ...(goal !== undefined && { goal: { kind: '≥', value: goal } satisfies Goal }),
    };
  });
  return { what, units: ['requests/s', 'CPU ms each'], lines };
}
