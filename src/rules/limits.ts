/** The limits above which retries count as a storm. */
export interface VerdictLimits {
  /**
   * Maximum number of attempts of one call.
   *
   * @default 10
   */
  readonly maxAttempts: number;
  /**
   * Maximum number of requests, divided by the number that is needed if no request fails.
   *
   * @default 10
   */
  readonly maxAmplification: number;
}

/** The default limits. */
export const defaultLimits: VerdictLimits = { maxAttempts: 10, maxAmplification: 10 };

/**
 * The limits in force.
 *
 * @throws If a limit is not a number, or is less than 1.
 */
export function toLimits(given: {
  readonly [Name in keyof VerdictLimits]: VerdictLimits[Name] | undefined;
}): VerdictLimits {
  const { maxAttempts = defaultLimits.maxAttempts, maxAmplification = defaultLimits.maxAmplification } = given;
  for (const [name, value] of Object.entries({ maxAttempts, maxAmplification })) {
    if (typeof value !== 'number' || !(value >= 1)) {
      throw new Error(
        `Failed to judge: ${name} is ${typeof value === 'string' ? JSON.stringify(value) : String(value)}. Use a number of 1 or more.`,
      );
    }
  }
  return { maxAttempts, maxAmplification };
}
