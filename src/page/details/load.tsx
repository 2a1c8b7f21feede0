import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { connection } from '../run.ts';

/** Why something could not be loaded. */
export interface Failure {
  readonly failure: string;
}

/**
 * What was loaded for `subject`, or why it was not. `undefined` while it is under way for the first time. It is loaded again
 * when `version` changes, or when the server is back. One question at a time is under way.
 */
export function useLoaded<Value extends object>(
  subject: string,
  version: unknown,
  load: () => Promise<Value>,
): Value | Failure | undefined {
  const state = useSignal<{ readonly subject: string; readonly found: Value | Failure } | undefined>(undefined);
  const name = JSON.stringify([subject, version, connection.value]);
  const wish = useRef({ name: '', subject, load, isBusy: false, isOpen: true });
  Object.assign(wish.current, { subject, load });
  useEffect(() => {
    wish.current.name = name;
    if (!wish.current.isBusy) void run();
  }, [name]);
  useEffect(() => () => void (wish.current.isOpen = false), []);

  async function run(): Promise<void> {
    wish.current.isBusy = true;
    for (let done = ''; wish.current.isOpen && done !== wish.current.name;) {
      const { subject: asked, load: ask } = wish.current;
      done = wish.current.name;
      const found = await ask().catch((error: unknown) => ({ failure: (error as Error).message }));
      state.value = { subject: asked, found };
    }
    wish.current.isBusy = false;
  }

  return state.value?.subject === subject ? state.value.found : undefined;
}

export function isLoaded<Value extends object>(found: Value | Failure | undefined): found is Value {
  return found !== undefined && !('failure' in found);
}

/** What a reader sees in place of something that is not loaded. */
export function Waiting({ found }: { readonly found: object | undefined }): VNode {
  if (found === undefined || !('failure' in found)) return <p class="note">Asking the server …</p>;
  return <p role="alert">The server did not tell: {String(found.failure)}</p>;
}
