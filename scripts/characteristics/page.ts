import { limits, toBounds, type Counts, type Measurement } from './measure.ts';
import { lagModels, type Outcomes } from './simulate.ts';
import { strategies } from './strategies.ts';

/** The page of the documentation with the results. */
export function toPage(measurements: readonly Measurement[]): string {
  const runs = measurements[0]?.runs ?? 0;
  return `# How often the rules on waits are wrong

\`npm run characteristics\` simulates clients of many strategies, and judges them by \`backoff-grows\` and
\`backoff-jitters\`. This page is its output. [What the client did](verdicts.md#waits-and-noise) explains the rules.

Each row is one strategy in ${runs.toLocaleString('en')} runs for each model of lag. In a run, up to 16 calls fail twice, one after the other.
After each call both rules judge all calls so far, as \`vf-mock certify\` does. The first \`passed\` or \`failed\` is the
verdict. Without one after 16 calls the verdict is \`inconclusive\`.

- **no lag**: Each wait is as long as planned.
- **light lag**: The machine makes each wait longer by 0 to 5 ms, each equally likely.
- **heavy lag**: The machine makes each wait longer by a time with an exponential distribution and a mean of 50 ms.
- **client stalls**: One wait in 64 is longer by 0 to 500 ms, each equally likely, because the client stalls.

The control timer of the server measures the lag every 20 ms. It lags by the same model. It does not notice stalls of the
client.

A cell has the number of runs and, in brackets, the upper bound of their share at 95 % (Wilson, one-sided). A wrong
verdict is \`passed\` for a client that breaks the rule, or \`failed\` for a client that keeps it.

${toSection('grows', 'Growth', measurements)}

${toSection('jitters', 'Jitter', measurements)}
`;
}

function toSection(rule: keyof Outcomes, title: string, measurements: readonly Measurement[]): string {
  const columns = ['strategy', rule, ...lagModels.flatMap(({ name }) => [`${name}: wrong`, 'inconclusive'])];
  const rows = strategies.map((strategy) => {
    const own = measurements.filter((measurement) => measurement.strategy === strategy);
    const counts = own.flatMap((measurement) => toCells(measurement[rule], measurement.runs));
    return [strategy.name, strategy[rule] ? 'yes' : 'no', ...counts];
  });
  const table = [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  return `## ${title}\n\n${table}\n\n${toSummary(rule, measurements)}`;
}

function toCells({ wrong, inconclusive }: Counts, runs: number): string[] {
  return [wrong, inconclusive].map((hits) => `${hits} (${toPercent(toBounds(hits, runs).upper)})`);
}

function toPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Says which strategies 16 calls do not suffice for. */
function toSummary(rule: keyof Outcomes, measurements: readonly Measurement[]): string {
  return lagModels
    .map(({ name }) => {
      const own = measurements.filter(({ model }) => model.name === name);
      const often = own.filter(
        (measurement) => measurement[rule].inconclusive / measurement.runs > limits.inconclusive,
      );
      const names = often.map(({ strategy }) => strategy.name);
      const count = names.length > 5 ? `${names.length} of ${own.length} strategies` : names.join('; ');
      return `- With ${name}, more than 5 % are inconclusive for ${count || 'no strategy'}.`;
    })
    .join('\n');
}
