import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { keepToken } from '../ask.ts';
import { tryAgain } from '../live.ts';
import { connection, notice, reason, saved } from '../run.ts';
import { toCount, toNumber } from '../words.ts';
import { expected, forgetExpected, problem, readExpected } from './expected.ts';
import { unsent } from './headline.ts';

/** What the reader should know of the connection to the server. */
export function Status(): VNode | null {
  const { value } = connection;
  if (value === 'token') return <TokenForm />;
  if (value === 'denied') return <Message text={`The server refuses this page. ${reason.value}`} isBad />;
  if (value === 'lost')
    return <Message text="The server does not answer. The page asks again. What it shows is old." isBad />;
  if (value === 'saved') return <SavedNote />;
  return notice.value === '' ? null : <Message text={notice.value} onClose={() => (notice.value = '')} />;
}

interface MessageProps {
  readonly text: string;
  readonly isBad?: boolean;
  readonly onClose?: () => void;
}

function Message({ text, isBad = false, onClose }: MessageProps): VNode {
  return (
    <div class={`status ${isBad ? 'bad' : ''}`} role={isBad ? 'alert' : 'status'}>
      {text}
      {onClose && (
        <button type="button" onClick={onClose}>
          Close
        </button>
      )}
    </div>
  );
}

function SavedNote(): VNode {
  const { savedAt = 0, version = '', cut } = saved.value ?? {};
  // Swedes write 2026-01-31 23:59:59.
  const time = new Date(savedAt).toLocaleString('sv').slice(0, 16);
  const text = `A saved run of vf-mock ${version}, as of ${time}. Nothing can be changed.`;
  return <Message text={cut === undefined ? text : `${text} ${cut}`} />;
}

/** Asks for the admin token. The browser forgets it with the tab. */
function TokenForm(): VNode {
  const token = useSignal('');
  const send = (event: Event): void => {
    event.preventDefault();
    keepToken(token.value.trim());
    tryAgain();
  };
  return (
    <form class="status token" onSubmit={send}>
      <label for="token">
        The server asks for its admin token (<code>--admin-token</code>).
      </label>
      <input
        id="token"
        type="password"
        autocomplete="off"
        required
        onInput={(event) => (token.value = event.currentTarget.value)}
      />
      <button type="submit">Open</button>
      {reason.value !== '' && <span role="alert">{reason.value}</span>}
    </form>
  );
}

/** Where the reader gives the users that the client must deliver. */
export function ExpectedFile(): VNode | null {
  if (connection.value === 'saved') return null;
  const { value } = expected;
  return (
    <p class="expected">
      {value === undefined ? (
        <label class="file">
          Compare with a file of expected users, or drop it here
          <input
            type="file"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) void readExpected(file);
              currentTarget.value = '';
            }}
          />
        </label>
      ) : (
        <>
          Compared with {value.file}: {toCount(value.count, 'user')}, {toNumber(value.neverSent.length)} {unsent}.
          <button type="button" onClick={forgetExpected}>
            Forget it
          </button>
        </>
      )}
      {problem.value !== '' && <span role="alert">{problem.value}</span>}
    </p>
  );
}

/** Files may be dropped anywhere. */
export function acceptDrops(): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file && connection.value === 'live') void readExpected(file);
  });
}
