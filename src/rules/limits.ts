/** Where trying again becomes a storm. */
export interface VerdictLimits {
  /**
   * The most attempts of one call.
   *
   * @default 10
   */
  readonly maxAttempts: number;
  /**
   * The most requests over those that would do if none failed.
   *
   * @default 10
   */
  readonly maxAmplification: number;
}

/** The limits unless others are given. */
export const defaultLimits: VerdictLimits = { maxAttempts: 10, maxAmplification: 10 };

/**
 * The limits in force.
 *
 * @throws For a limit that is no number, or less than 1.
 */
export function toLimits(given: {
  readonly [Name in keyof VerdictLimits]: VerdictLimits[Name] | undefined;
}): VerdictLimits {
  const { maxAttempts = defaultLimits.maxAttempts, maxAmplification = defaultLimits.maxAmplification } = given;
  for (const [name, value] of Object.entries({ maxAttempts, maxAmplification })) {
    if (typeof value !== 'number' || !(value >= 1)) {
      throw new Error(`Failed to judge: ${name} is ${String(value)}. Use a number of 1 or more.`);
    }
  }
  return { maxAttempts, maxAmplification };
}
