import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** What was loaded for `name`. `undefined` while it is under way. */
export function useLoaded<Value>(name: string, load: () => Promise<Value>): Value | undefined {
  const state = useSignal<{ readonly name: string; readonly value: Value } | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void load().then((value) => {
      if (isWanted) state.value = { name, value };
    });
    return () => void (isWanted = false);
  }, [name]);
  // While something newer is under way, what is there stays, unless it is about something else.
  const [before] = (state.value?.name ?? '').split('\n');
  return before === name.split('\n')[0] ? state.value?.value : undefined;
}
