import type { VendorPractice } from './cases.ts';
import type { Account, Story } from './story.ts';
import type { Removal } from './upstream.ts';

/** Facts about an API that its document does not contain. */
export interface Vendor {
  /** Credentials for a server on this machine. Without `tenant`, the key identifies the tenant. */
  readonly local: { readonly key: string; readonly tenant?: string };
  /** The headers that carry a key. */
  toCredentials(key: string): Readonly<Record<string, string>>;
  toPractice(account: Account): VendorPractice;
  /** Stories that need a server with a state and validation. */
  toStories(account: Account): Story[];
  /** The test users with the requests that remove them. Empty if the API cannot remove users. */
  toRemovals(account: Account): Removal[];
}
