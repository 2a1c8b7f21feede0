import { setupWorker } from 'msw/browser';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';
import { importUsers, type Attempt } from './import-users';

const bot = 'x1640004486565';

// The mock refuses the second chunk once, with a wait of one second.
const mock = createMock({
  faults: [{ on: { operation: 'bulkCreateUsers', call: 2, attempt: 1 }, fault: { status: 429, retryAfter: 1 } }],
});
await setupWorker(...handlers(mock)).start({ quiet: true });

const button = find<HTMLButtonElement>('button');
const rows = find<HTMLTableSectionElement>('tbody');
const status = find<HTMLElement>('[role=status]');

button.disabled = false;
button.addEventListener('click', () => {
  button.disabled = true;
  rows.replaceChildren();
  status.textContent = 'Importing …';
  const users = Array.from({ length: 2500 }, (_, n) => ({ userId: `${1001 + n}`, firstName: `User ${n + 1}` }));
  importUsers(users, bot, addRow).then(
    () => (status.textContent = `${show(mock.yellow.bot(bot).userCount())} users are stored. ${judge(users)}`),
    (error: unknown) => (status.textContent = String(error)),
  );
});

function addRow({ chunk, users, attempt, status, retryAfter }: Attempt): void {
  const row = rows.insertRow();
  row.classList.toggle('refused', status >= 400);
  const wait = retryAfter === undefined ? '' : `${retryAfter} s`;
  for (const text of [chunk, show(users), attempt, status, wait]) row.insertCell().textContent = String(text);
}

function show(count: number): string {
  return count.toLocaleString('en');
}

/** The verdicts of vf-mock. */
function judge(expected: readonly { readonly userId: string }[]): string {
  const broken = mock.verdicts({ expected }).verdicts.filter(({ outcome }) => outcome === 'failed');
  return broken.length === 0 ? 'No rule was broken.' : `Broken: ${broken.map(({ title }) => title).join(' ')}`;
}

function find<Found extends Element>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (found === null) throw new Error(`There is no ${selector} on this page.`);
  return found;
}
