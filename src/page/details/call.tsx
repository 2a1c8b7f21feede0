import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { isEarly } from '../../journal/exchange.ts';
import { stateNames, stateOf, stateSigns, toAnswer } from '../lanes/state.ts';
import { connection, summary, verdicts } from '../run.ts';
import { attemptsOf, callOf, revision } from '../rows.ts';
import type { Exchange, Row } from '../shapes.ts';
import { Sign } from '../sign.tsx';
import { now } from '../top/now.ts';
import { listBroken } from '../top/settled.ts';
import { toCount, toDuration, toTime } from '../words.ts';
import { Copy } from '../copy.tsx';
import { RequestBody } from './body.tsx';
import { isMasked, toCurl } from './curl.ts';
import { findExchange } from './details.ts';
import { isLoaded, useLoaded, Waiting } from './load.tsx';

/** A call with its attempts. `id` is its key, or the number of a request without a call. */
export function CallPage({ id }: { readonly id: string }): VNode {
  const call = revision.value < 0 ? undefined : callOf(id);
  if (call === undefined)
    return /^\d+$/.test(id) ? <LoneRequest number={Number(id)} /> : <p>The journal has no such call.</p>;
  const attempts = attemptsOf(call);
  const state = stateOf(attempts, now.peek());
  const [first] = attempts;
  const numbers = new Set(call.numbers);
  const judged = verdicts.value === undefined ? [] : listBroken(verdicts.value);
  const findings = judged.flatMap(({ title, findings: all }) =>
    all.filter(({ exchanges }) => exchanges.some((one) => numbers.has(one))).map((one) => ({ title, ...one })),
  );
  return (
    <>
      <h3>
        <Sign kind={stateSigns[state]} />
        {first?.call === undefined ? `${first?.method ?? ''} ${first?.path ?? ''}` : `Call ${first.call}`}:{' '}
        {stateNames[state]}
      </h3>
      <p class="where">
        {[first?.operation, first?.tenant, toCount(first?.records ?? 0, 'record'), toCount(attempts.length, 'attempt')]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      {findings.length > 0 && (
        <>
          <h4>Rules that it breaks</h4>
          <ul class="findings">
            {findings.map(({ title, message }) => (
              <li key={title + message}>
                <b>{title}:</b> {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {attempts.map((row) => (
        <Attempt key={row.number} row={row} isLast={row === attempts.at(-1)} />
      ))}
    </>
  );
}

/** A request that meant no API, so that no row has it. */
function LoneRequest({ number }: { readonly number: number }): VNode {
  const exchange = useLoaded(String(number), '', async () => ({ found: await findExchange(number) }));
  if (!isLoaded(exchange)) return <Waiting found={exchange} />;
  if (exchange.found === undefined) return <p>The journal has no request {number}. It may be dropped.</p>;
  const { method, path, status } = exchange.found;
  return (
    <>
      <h3>
        Request {number}: {method} {path}, {status}
      </h3>
      <Messages exchange={exchange.found} />
    </>
  );
}

function Attempt({ row, isLast }: { readonly row: Row; readonly isLast: boolean }): VNode {
  // A later attempt folds none that the reader looks at. What is folded is not loaded.
  const isOpen = useSignal(isLast);
  const { number, at, attempt, fault, duration, waited, requiredWait, retryAfter } = row;
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Arrived', toTime(at)],
    ['Took', duration === undefined ? 'under way' : toDuration(duration)],
    ['Waited before', waited === undefined ? undefined : toWait(waited, requiredWait, isEarly(row))],
    ['Told to wait', retryAfter === undefined ? undefined : `Retry-After: ${retryAfter}`],
    ['Fault', fault],
    ['Request', `#${number}`],
  ];
  return (
    <details
      class="attempt-details"
      open={isOpen.value}
      data-number={number}
      onToggle={(event) => (isOpen.value = event.currentTarget.open)}
    >
      <summary>
        Attempt {attempt ?? 1}: {toAnswer(row)}
      </summary>
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {isOpen.value && <Loaded number={number} isUnderWay={duration === undefined} />}
    </details>
  );
}

function toWait(waited: number, required: number | undefined, isShort: boolean): string {
  if (required === undefined) return toDuration(waited);
  return `${toDuration(waited)} of ${toDuration(required)}${isShort ? ', too short' : ''}`;
}

function Loaded({ number, isUnderWay }: { readonly number: number; readonly isUnderWay: boolean }): VNode | null {
  const loaded = useLoaded(String(number), isUnderWay, async () => ({ exchange: await findExchange(number) }));
  if (isUnderWay) return <p class="note">Its answer is not out yet.</p>;
  if (!isLoaded(loaded)) return <Waiting found={loaded} />;
  if (loaded.exchange !== undefined) return <Messages exchange={loaded.exchange} />;
  return (
    <p class="note">
      {connection.value === 'saved'
        ? 'This file does not have its headers and bodies.'
        : 'The journal no longer has this request.'}
    </p>
  );
}

/** Headers and bodies, if the journal keeps them, and the rejected records. */
function Messages({ exchange }: { readonly exchange: Exchange }): VNode {
  const { request, response } = exchange;
  return (
    <>
      <RequestBody exchange={exchange} />
      {request === undefined && (
        <p class="note">
          {summary.value?.bodies === true
            ? `${connection.value === 'saved' ? 'This file does not have' : 'The journal no longer has'} its headers and bodies.`
            : 'The journal keeps no headers and bodies. Start with the option journalBodies to see them.'}
        </p>
      )}
      {request !== undefined && (
        <>
          <p class="actions">
            <Copy label="Copy as curl" text={toCurl(exchange)} />
            {isMasked(exchange) && <span class="note">The key is masked. Put yours in its place.</span>}
          </p>
          <HeaderList title="Headers of the request" headers={request.headers} />
        </>
      )}
      {response !== undefined && (
        <>
          <HeaderList title="Headers of the answer" headers={response.headers} />
          {response.body !== '' && (
            <>
              <h4>Body of the answer</h4>
              <pre tabIndex={0}>{toPretty(response.body)}</pre>
            </>
          )}
        </>
      )}
    </>
  );
}

interface HeaderListProps {
  readonly title: string;
  readonly headers: NonNullable<Exchange['request']>['headers'];
}

function HeaderList({ title, headers }: HeaderListProps): VNode {
  return (
    <details class="headers">
      <summary>{title}</summary>
      <pre tabIndex={0}>{headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</pre>
    </details>
  );
}

const longest = 20_000;

function toPretty(body: string): string {
  try {
    return cut(JSON.stringify(JSON.parse(body), null, 2));
  } catch {
    return cut(body);
  }
}

function cut(text: string): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest)}\n… and ${(text.length - longest).toLocaleString('en')} more characters`;
}
