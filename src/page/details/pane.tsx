import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { openPane, place } from '../place.ts';
import { CallPage } from './call.tsx';
import { ClockPanel } from './clock.tsx';
import { FaultsPanel } from './faults.tsx';
import { KeysPanel } from './keys.tsx';
import { OthersPanel } from './others.tsx';
import { RecordPage } from './record.tsx';
import { UsersPanel } from './users.tsx';

const panels = {
  faults: ['Faults', FaultsPanel],
  clock: ['Clock', ClockPanel],
  state: ['Stored users', UsersPanel],
  others: ['Other requests', OthersPanel],
  keys: ['Keys', KeysPanel],
} as const;

/** What the reader has opened, beside the run. */
export function Pane(): VNode | null {
  const { record, call, panel } = place.value;
  if (record !== undefined)
    return (
      <Frame title={record === '' ? 'A record without an id' : record} name={`record ${record}`}>
        <RecordPage id={record} />
      </Frame>
    );
  if (call !== undefined)
    return (
      <Frame title="Call" name={`call ${call}`}>
        <CallPage id={call} />
      </Frame>
    );
  if (panel === undefined || !Object.hasOwn(panels, panel)) return null;
  const [title, Panel] = panels[panel];
  return (
    <Frame title={title} name={panel}>
      <Panel />
    </Frame>
  );
}

interface FrameProps {
  readonly title: string;
  /** Differs for each thing that can be opened. */
  readonly name: string;
  readonly children: ComponentChildren;
}

function Frame({ title, name, children }: FrameProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') openPane();
    };
    addEventListener('keydown', close);
    return () => {
      removeEventListener('keydown', close);
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    };
  }, []);
  // The reader goes on in what was opened.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [name]);
  return (
    <aside class="pane" aria-labelledby="pane-title">
      <header>
        <h2 id="pane-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <button type="button" onClick={() => openPane()}>
          Close
        </button>
      </header>
      <div class="pane-body">{children}</div>
    </aside>
  );
}
