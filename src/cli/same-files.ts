import { findScenario } from '../config/scenarios.ts';
import { identifyFile } from '../report/real-path.ts';
import { fileOf } from './report-files.ts';
import type { Terminal } from './terminal.ts';

/** The options of serve that name files. */
interface GivenFiles {
  readonly state?: string;
  readonly coverage?: string;
  /** Each is `kind=file`. */
  readonly report?: readonly string[];
  readonly config?: string;
  /** Names of scenarios and files. */
  readonly scenario?: readonly string[];
}

/** Refuses a file that is written and has another use too, since one of both would be lost. */
export async function refuseSameFiles(
  { toPath }: Pick<Terminal, 'toPath'>,
  { state, coverage, config, report = [], scenario = [] }: GivenFiles,
): Promise<void> {
  const files = [
    ...Object.entries({ state, coverage }),
    ...report.map((text) => ['report', text] as const),
    ...Object.entries({ config }),
    ...scenario.filter((name) => findScenario(name) === undefined).map((name) => ['scenario', name] as const),
  ].flatMap(([option, file]) => (file === undefined ? [] : [{ option, file }]));
  const places = await Promise.all(
    files.map(async ({ option, file }) => identifyFile(toPath(option === 'report' ? fileOf(file) : file))),
  );
  for (const [index, other] of files.entries()) {
    const first = files[places.indexOf(places[index] ?? '')] ?? other;
    if (first === other || !['state', 'coverage', 'report'].includes(first.option)) continue;
    const [one, two] = [first, other].map(({ option, file }) => `--${option} ${file}`);
    throw new Error(`${one} and ${two} are the same file. Give each a file of its own.`);
  }
}
