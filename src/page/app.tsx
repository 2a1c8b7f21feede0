import type { VNode } from 'preact';
import { connection, summary } from './run.ts';

export function App(): VNode {
  return (
    <main>
      <h1>vf-mock</h1>
      <p>{connection.value}</p>
      <pre>{JSON.stringify(summary.value, null, 2)}</pre>
    </main>
  );
}
