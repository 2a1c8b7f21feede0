import { judgeStrategy, lagModels, type LagModel, type Outcome, type Outcomes } from './simulate.ts';
import { strategies, type Strategy } from './strategies.ts';

/** The verdicts on a strategy under a model of lag. */
export interface Measurement {
  readonly strategy: Strategy;
  readonly model: LagModel;
  readonly runs: number;
  readonly grows: Counts;
  readonly jitters: Counts;
}

/** Number of runs whose verdict was wrong, and of runs without a verdict. */
export interface Counts {
  readonly wrong: number;
  readonly inconclusive: number;
}

/** Judges each strategy many times under each model of lag. The result depends only on the number of runs. */
export function measureAll(runs: number): Measurement[] {
  return strategies.flatMap((strategy) => lagModels.map((model) => measure(strategy, model, runs)));
}

function measure(strategy: Strategy, model: LagModel, runs: number): Measurement {
  const seed = `${strategy.name}, ${model.name}`;
  const all = Array.from({ length: runs }, (_, run) => judgeStrategy(strategy, model, seed, run));
  const count = (rule: keyof Outcomes): Counts =>
    toCounts(
      all.map((outcomes) => outcomes[rule]),
      strategy[rule],
    );
  return { strategy, model, runs, grows: count('grows'), jitters: count('jitters') };
}

function toCounts(outcomes: readonly Outcome[], isTrue: boolean): Counts {
  const wrong = isTrue ? 'failed' : 'passed';
  return {
    wrong: outcomes.filter((outcome) => outcome === wrong).length,
    inconclusive: outcomes.filter((outcome) => outcome === 'inconclusive').length,
  };
}

/** The highest share of wrong verdicts, and of verdicts that are inconclusive under light lag. */
export const limits = { wrong: 0.01, inconclusive: 0.05 };

/** Lists the shares that are above the limits, and not by chance. There are many shares, so this bound is at 99 %. */
export function findProblems(measurements: readonly Measurement[]): string[] {
  return measurements.flatMap((measurement) => {
    const { strategy, model, runs } = measurement;
    return (['grows', 'jitters'] as const).flatMap((rule) => {
      const { wrong, inconclusive } = measurement[rule];
      const isLimited = model.name === 'light lag' && !(rule === 'grows' && strategy.isHard);
      const where = `${strategy.name}, ${model.name}: backoff-${rule} is`;
      return [
        ...(toBounds(wrong, runs, 2.326).lower > limits.wrong ? [`${where} wrong in ${wrong} of ${runs} runs`] : []),
        ...(isLimited && toBounds(inconclusive, runs, 2.326).lower > limits.inconclusive
          ? [`${where} inconclusive in ${inconclusive} of ${runs} runs`]
          : []),
      ];
    });
  });
}

/** The bounds of a share by Wilson. Each is at 95 %, or at the level of another quantile of the normal distribution. */
export function toBounds(hits: number, runs: number, quantile = 1.645): { lower: number; upper: number } {
  const square = quantile ** 2;
  const share = hits / runs;
  const middle = share + square / (2 * runs);
  const half = Math.sqrt(square * ((share * (1 - share)) / runs + square / (4 * runs ** 2)));
  const scale = 1 + square / runs;
  return { lower: (middle - half) / scale, upper: (middle + half) / scale };
}
