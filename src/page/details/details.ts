import type { components } from '../../generated/admin.ts';
import { ask, type Answer } from '../ask.ts';
import { connection, saved } from '../run.ts';
import type { Exchange, Story } from '../shapes.ts';

type Schemas = components['schemas'];

/** A request with all its facts. `undefined` if the journal, or the saved page, does not have it. */
export async function findExchange(number: number): Promise<Exchange | undefined> {
  if (connection.value === 'saved') return saved.value?.exchanges.find((one) => one.number === number);
  const found = await ask<Exchange>(`exchanges/${number}`);
  return 'refusal' in found && found.refusal.status === 404 ? undefined : bodyOf(found);
}

/** What happened to the records with this id. */
export async function findStories(id: string): Promise<readonly Story[]> {
  if (connection.value === 'saved') return saved.value?.stories.filter((story) => story.id === id) ?? [];
  const found = await ask<Schemas['RecordStoryList']>(`records?id=${encodeURIComponent(id)}`);
  return 'refusal' in found && found.refusal.status === 404 ? [] : bodyOf(found).records;
}

/** The records whose id or e-mail address has this text, at most 100. */
export async function findRecords(text: string): Promise<readonly Schemas['AccountedRecord'][]> {
  const words = text.toLowerCase();
  if (connection.value === 'saved')
    return saved.value?.stories.filter((story) => hasText(story, words)).slice(0, 100) ?? [];
  const found = await ask<Schemas['RecordList']>(`records?q=${encodeURIComponent(text)}`);
  return 'body' in found ? found.body.records : [];
}

/** The body of a success. A failure says nothing of what was asked for. */
export function bodyOf<Body>(found: Answer<Body>): Body {
  if ('body' in found) return found.body;
  throw new Error(found.refusal.message || `the answer is ${found.refusal.status}`);
}

function hasText({ id, stored }: Story, words: string): boolean {
  const email: unknown = stored?.['email'];
  return id.toLowerCase().includes(words) || (typeof email === 'string' && email.toLowerCase().includes(words));
}
