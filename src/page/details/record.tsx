import type { VNode } from 'preact';
import { connection, summary } from '../run.ts';
import { rowOf } from '../rows.ts';
import type { Story } from '../shapes.ts';
import { Sign, type SignKind } from '../sign.tsx';
import { outcomeNames, toDuration, toTime } from '../words.ts';
import { findStories } from './details.ts';
import { isLoaded, useLoaded, Waiting } from './load.tsx';
import { openCallOf } from './open.ts';

const signs: Readonly<Record<string, SignKind>> = { stored: 'fine', lost: 'bad', underWay: 'running' };

/** All that is known of the records with an id: what happened, what was sent, and what is stored. */
export function RecordPage({ id }: { readonly id: string }): VNode {
  const stories = useLoaded(id, summary.value?.event, async () => findStories(id));
  if (!isLoaded(stories)) return <Waiting found={stories} />;
  if (stories.length === 0)
    return (
      <p>
        {connection.value === 'saved'
          ? 'This file has no story of this record. It has those of the first records that are not fine.'
          : 'No request has carried a record with this id.'}
      </p>
    );
  return (
    <>
      {stories.map((story) => (
        <StoryItem key={`${story.tenantId ?? ''} ${story.call ?? ''} ${story.position ?? ''}`} story={story} />
      ))}
    </>
  );
}

function StoryItem({ story }: { readonly story: Story }): VNode {
  const { outcome, tenant, operation, requests, story: text } = story;
  return (
    <section class="story">
      <h3>
        <Sign kind={signs[outcome] ?? 'warning'} />
        {outcomeNames[outcome]}
      </h3>
      <p>{text}.</p>
      <p class="where">{[operation, tenant].filter((part) => part !== undefined).join(' · ')}</p>
      <h4>Its life</h4>
      {requests.length === 0 && <p class="note">The journal no longer has the requests that carried it.</p>}
      <ol class="life">
        {requests.map(({ number, at, call, attempt, answer }) => {
          const { waited } = rowOf(number) ?? {};
          return (
            <li key={number}>
              <time>{toTime(at)}</time>{' '}
              <button type="button" class="link" onClick={() => openCallOf(number)}>
                attempt {attempt} of call {call}
              </button>
              : {answer}
              {waited === undefined ? '' : `, after a wait of ${toDuration(waited)}`}
            </li>
          );
        })}
      </ol>
      <Values story={story} />
    </section>
  );
}

/** What was sent and what is stored, side by side. */
function Values({ story }: { readonly story: Story }): VNode {
  const { sent, stored, unknown = [], differences = [] } = story;
  const rows = [...new Set([...namesOf(sent), ...namesOf(stored)])];
  return (
    <>
      <h4>Sent and stored</h4>
      {sent === undefined && (
        <p class="note">
          {summary.value?.bodies === true
            ? 'The journal no longer has the body that carried it.'
            : 'What was sent is not known, since the journal keeps no bodies. Start with the option journalBodies.'}
        </p>
      )}
      {stored === undefined && <p class="note">No user with this id is stored.</p>}
      {sent !== undefined && !isObject(sent) && <pre tabIndex={0}>{JSON.stringify(sent)}</pre>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Property</th>
              {sent !== undefined && <th scope="col">Sent</th>}
              {stored !== undefined && <th scope="col">Stored</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((name) => {
              const isUnknown = unknown.some((one) => one === name || one.startsWith(`${name}.`));
              const isOther =
                !isUnknown && differences.some(({ property }) => property === name || property.startsWith(`${name}.`));
              return (
                <tr key={name} class={isOther ? 'other' : ''}>
                  <th scope="row">
                    {name}
                    {isUnknown && <em> unknown name</em>}
                    {isOther && <em> differs</em>}
                  </th>
                  {sent !== undefined && <td>{toText(sent, name)}</td>}
                  {stored !== undefined && <td>{toText(stored, name)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {sent !== undefined && stored !== undefined && differences.length === 0 && (
        <p class="note">All that was sent is stored as it was sent.</p>
      )}
    </>
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function namesOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

function toText(value: unknown, name: string): string {
  return isObject(value) && Object.hasOwn(value, name) ? JSON.stringify(value[name]) : '';
}
