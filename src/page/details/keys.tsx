import type { VNode } from 'preact';
import { keys } from '../lanes/scroll.ts';

/** The keys of the page, and the words of the search. */
export function KeysPanel(): VNode {
  const all = [
    ...keys.map(([key, what]) => [key, what] as const),
    ['Enter', 'open the call'],
    ['Esc', 'close the pane'],
  ] as const;
  return (
    <>
      <dl class="keys">
        {all.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h3>Search</h3>
      <p>
        A part of an id or of an e-mail address finds records. <code>call:4</code>, <code>#12</code> (a request),{' '}
        <code>503</code>, <code>reset</code>, <code>rejected</code>, <code>abandoned</code>, an error or the id of a
        fault finds calls. Several words must all match.
      </p>
    </>
  );
}
