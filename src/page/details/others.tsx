import type { VNode } from 'preact';
import { openPane } from '../place.ts';
import { connection, summary } from '../run.ts';
import { newestNumber, rowOf } from '../rows.ts';
import type { Exchange } from '../shapes.ts';
import { toCount } from '../words.ts';
import { findExchange } from './details.ts';
import { isLoaded, useLoaded, Waiting } from './load.tsx';

/** Number of requests that are shown. */
const many = 20;

/** The last requests that meant no API. A wrong path or method is the usual reason. */
export function OthersPanel(): VNode {
  const { others = 0 } = summary.value?.requests ?? {};
  const found = useLoaded('others', others, listOthers);
  return (
    <>
      <p class="note">
        {toCount(others, 'request')} meant no API, such as a wrong path. They carried no record, and are not judged.
      </p>
      {connection.value === 'saved' && <p class="note">This file does not have them.</p>}
      <ul class="others">
        {isLoaded(found) ? (
          found.map(({ number, method, path, status }) => (
            <li key={number}>
              <button type="button" class="link" onClick={() => openPane({ call: String(number) })}>
                {method} {path}
              </button>{' '}
              {status}
            </li>
          ))
        ) : (
          <Waiting found={found} />
        )}
      </ul>
    </>
  );
}

/** Their numbers are those that no row has. */
async function listOthers(): Promise<Exchange[]> {
  const numbers: number[] = [];
  for (let number = newestNumber() + many; number > 0 && numbers.length < 2 * many; number -= 1)
    if (rowOf(number) === undefined) numbers.push(number);
  const exchanges = await Promise.all(numbers.map(findExchange));
  return exchanges.flatMap((one) => (one !== undefined && one.api === undefined ? [one] : [])).slice(0, many);
}
