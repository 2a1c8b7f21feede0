import { readFileSync } from 'node:fs';
import { NotDelivered, type Rejected } from './chunks.ts';

/** The output of a sync job: rejected records go to stdout, everything else goes to stderr. */
export interface Job<Item> {
  readonly records: readonly Item[];
  readonly log: (line: string) => void;
  readonly onRejected: (rejected: Rejected<Item>) => void;
}

/** Runs a job with the records of an NDJSON file. The program exits with 0, or with 1 if a record was not delivered. */
export async function run<Item extends object>(
  path: string,
  idProperty: keyof Item,
  sync: (job: Job<Item>) => Promise<readonly Rejected<Item>[]>,
): Promise<void> {
  const records = readRecords<Item>(path);

  function onRejected({ record, message }: Rejected<Item>): void {
    const id = (record as Item | null)?.[idProperty]; // a line may say null
    const name = typeof id === 'string' && id !== '' ? id : `record ${records.indexOf(record) + 1}`;
    console.log(`${name}: ${message}`);
  }

  try {
    const rejected = await sync({ records, log: console.error, onRejected });
    console.error(`${records.length - rejected.length} of ${records.length} records delivered`);
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Reads the environment. If a variable is missing, the program exits with 2. */
export function env(name: string): string {
  return process.env[name] ?? misused(`${name} is not set`);
}

function readRecords<Item>(path: string): Item[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Item);
  } catch (error) {
    return misused(`Failed to read ${path}: ${(error as Error).message}`);
  }
}

function misused(message: string): never {
  console.error(message);
  process.exit(2);
}
