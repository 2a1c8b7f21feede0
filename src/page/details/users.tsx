import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { components } from '../../generated/admin.ts';
import { ask } from '../ask.ts';
import { connection, summary } from '../run.ts';
import { RecordLink } from '../top/causes.tsx';
import { toCount, toNumber } from '../words.ts';
import { bodyOf } from './details.ts';
import { isLoaded, useLoaded, Waiting } from './load.tsx';

type UserList = components['schemas']['UserList'];

const size = 50;

/** The stored users, in parts. */
export function UsersPanel(): VNode {
  const text = useSignal('');
  const after = useSignal(0);
  const { event = 0 } = summary.value ?? {};
  const query = new URLSearchParams({
    limit: String(size),
    after: String(after.value),
    ...(text.value !== '' && { q: text.value }),
  });
  const isSaved = connection.value === 'saved';
  const found = useLoaded(`users ${query.toString()}`, event, async () =>
    isSaved ? { users: [], total: 0 } : bodyOf(await ask<UserList>(`users?${query.toString()}`)),
  );
  if (isSaved) return <p class="note">This file does not have the stored users.</p>;
  if (!isLoaded(found)) return <Waiting found={found} />;
  const { users, total } = found;
  // A reset may leave fewer users than the part before.
  if (after.value > 0 && after.value >= total) after.value = 0;
  return (
    <>
      <input
        type="search"
        aria-label="Search by id or e-mail"
        placeholder="Search by id or e-mail"
        onInput={(given) => {
          text.value = given.currentTarget.value.trim();
          after.value = 0;
        }}
      />
      <p class="note" role="status">
        {toCount(total, 'user')}
        {total > size
          ? `, ${toNumber(after.value + 1)} to ${toNumber(Math.min(total, after.value + size))} are shown`
          : ''}
      </p>
      <UserTable users={users} />
      {total > size && (
        <p class="actions">
          <button
            type="button"
            disabled={after.value === 0}
            onClick={() => (after.value = Math.max(0, after.value - size))}
          >
            Earlier
          </button>
          <button type="button" disabled={after.value + size >= total} onClick={() => (after.value += size)}>
            Later
          </button>
        </p>
      )}
    </>
  );
}

function UserTable({ users }: Pick<UserList, 'users'>): VNode {
  return (
    <table class="users">
      <thead>
        <tr>
          <th scope="col">Id</th>
          <th scope="col">Tenant</th>
          <th scope="col">Stored</th>
        </tr>
      </thead>
      <tbody>
        {users.map(({ id, tenant, tenantId, record }) => (
          <tr key={`${tenantId} ${id}`}>
            <th scope="row">
              <RecordLink id={id} />
            </th>
            <td>{tenant}</td>
            <td>
              <code>{JSON.stringify(record)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
