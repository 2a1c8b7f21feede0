import type { components } from '../generated/admin.ts';

type Schemas = components['schemas'];

/** A run as the page shows it later, without a server. */
export interface SavedRun {
  readonly version: string;
  /** Real time, in milliseconds since 1970. */
  readonly savedAt: number;
  readonly summary: Schemas['Summary'];
  readonly verdicts: Schemas['Verdicts'];
  readonly rows: readonly Schemas['ExchangeRow'][];
  /** All ids of what is not fine. Absent if they are too many. The summary has the first ones. */
  readonly causes?: readonly Schemas['RecordCause'][];
  /** What happened to records that are not fine. */
  readonly stories: readonly Schemas['RecordStory'][];
  /** The attempts of calls that are not fine. */
  readonly exchanges: readonly Schemas['Exchange'][];
  /** What was left out, in words. */
  readonly cut?: string;
}
