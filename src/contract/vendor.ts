import type { VendorPractice } from './cases.ts';
import type { Account, Story } from './story.ts';
import type { Removal } from './upstream.ts';

/** What the checks need to know of an API beside its document. */
export interface Vendor {
  /** Whom a server on this machine lets in. Without a tenant, the key tells it. */
  readonly local: { readonly key: string; readonly tenant?: string };
  /** The headers that carry a key. */
  toCredentials(key: string): Readonly<Record<string, string>>;
  toCustoms(account: Account): VendorPractice;
  /** What a server without a memory or without judgement gets wrong. */
  toStories(account: Account): Story[];
  /** The users that the checks make, and how each is removed. Empty where the API removes none. */
  toRemovals(account: Account): Removal[];
}
