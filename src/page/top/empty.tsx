import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { ask } from '../ask.ts';
import { Copy } from '../copy.tsx';
import { requestRefresh } from '../refresh.ts';
import { connection } from '../run.ts';
import { origin } from '../origin.ts';
import { toExample, vendors } from '../vendors.ts';

/** What a reader can do before the first request. */
export function Empty(): VNode | null {
  if (connection.value === 'saved') return null;
  return (
    <section class="begin" aria-labelledby="begin">
      <h2 id="begin">Begin</h2>
      <h3>Point your job here</h3>
      <dl>
        {vendors.map(({ vendor, basePath }) => (
          <div key={vendor}>
            <dt>{vendor}</dt>
            <dd>
              <code>{origin + basePath}</code>
              <Copy label="Copy" name={`Copy the base URL of ${vendor}`} text={origin + basePath} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>Or send one request</h3>
      <Example name="curl" />
      <h3>Or see a job lose users</h3>
      <ArmScenario />
      <Example name="job" />
    </section>
  );
}

function Example({ name }: { readonly name: 'curl' | 'job' }): VNode {
  const text = toExample(name);
  return (
    <div class="example">
      <pre tabIndex={0}>{text}</pre>
      <Copy label="Copy" name={`Copy the commands of ${name}`} text={text} />
    </div>
  );
}

/** The failures that the sample job meets. */
function ArmScenario(): VNode {
  const problem = useSignal('');
  const name = toExample('scenario');
  const arm = async (): Promise<void> => {
    const found = await ask(`scenarios/${name}`, 'POST');
    problem.value = 'refusal' in found ? found.refusal.message : '';
    requestRefresh();
  };
  return (
    <p class="actions">
      <button type="button" onClick={() => void arm()}>
        Arm the scenario {name}
      </button>
      <span class="note">About a third of the requests fail then, and this job does not try again:</span>
      {problem.value !== '' && <span role="alert">{problem.value}</span>}
    </p>
  );
}
