import { expect } from 'vitest';
import type { ApiName } from 'vf-mock';
import { writeRecords, type GeneratedRecord, type RecordFormat } from 'vf-mock/certify';
import { bot, key, read, type Bench } from './_setup.ts';

/** The cells of a row by column. */
type Row = Readonly<Record<string, string>>;

const senders = { vibefollow: sendToVibeFollow, yellow: sendToYellow };

/** Sends records. Exactly the valid ones must be accepted. Returns the messages about the others. */
export async function sendAll(bench: Bench, api: ApiName, records: readonly GeneratedRecord[]): Promise<string[]> {
  return senders[api](bench, records);
}

async function sendToVibeFollow({ vibefollow }: Bench, records: readonly GeneratedRecord[]): Promise<string[]> {
  const messages: string[] = [];
  for (const chunk of toChunks(records)) {
    const { status, body } = await read(await vibefollow('/users/bulk', { users: chunk.map(({ record }) => record) }));
    const { errors } = (body as { data: { errors: { index: number; message: string }[] } }).data;
    const invalid = chunk.flatMap(({ isValid }, index) => (isValid ? [] : [index]));
    expect([status, errors.map(({ index }) => index)]).toEqual([200, invalid]);
    messages.push(...errors.map(({ message }) => message));
  }
  return messages;
}

/** Sends each record alone, because Yellow refuses all records of a request with an invalid one. */
async function sendToYellow({ yellow }: Bench, records: readonly GeneratedRecord[]): Promise<string[]> {
  const send = async (chunk: readonly GeneratedRecord[]): Promise<{ status: number; body: unknown }> =>
    read(await yellow('POST', '/user/create-bulk', { users: chunk.map(({ record }) => record) }));
  const messages: string[] = [];
  for (const one of records.filter(({ isValid }) => !isValid)) {
    const { status, body } = await send([one]);
    expect([one, status]).toEqual([one, 400]);
    messages.push((body as { error: string }).error);
  }
  for (const chunk of toChunks(records.filter(({ isValid }) => isValid))) {
    expect(await send(chunk)).toMatchObject({ status: 200 });
  }
  return messages;
}

function toChunks(records: readonly GeneratedRecord[]): GeneratedRecord[][] {
  const starts = Array.from({ length: Math.ceil(records.length / 1000) }, (_, at) => at * 1000);
  return starts.map((start) => records.slice(start, start + 1000));
}

export function countUsers({ mock }: Bench, api: ApiName): number {
  return (api === 'vibefollow' ? mock.vibefollow.project(key) : mock.yellow.bot(bot)).userCount();
}

export function toFile(records: Iterable<GeneratedRecord>, format: RecordFormat, api: ApiName): string {
  return [...writeRecords(records, format, api)].join('');
}

/** The rows of a CSV file (RFC 4180) without empty cells. */
export function parseCsv(text: string): Row[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') lines.push([]);
  }
  const [header = [], ...rows] = lines.slice(0, -1);
  return rows.map((cells): Row => {
    expect(cells).toHaveLength(header.length);
    return Object.fromEntries(header.flatMap((name, at) => (cells[at] ? [[name, cells[at]] as const] : [])));
  });
}

/** Converts a row to a record. Cells get the types of the documents. Cells of unknown properties stay texts. */
export function toRecord(row: Row): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [path, cell] of Object.entries(row)) {
    const names = path.split('.');
    const bag = names.slice(0, -1).reduce((outer, name) => {
      if (!Object.hasOwn(outer, name)) outer[name] = {};
      return outer[name] as Record<string, unknown>;
    }, record);
    bag[names.at(-1) ?? ''] = toValue(path, cell);
  }
  return record;
}

function toValue(path: string, cell: string): unknown {
  if (path === 'tags') return cell.split(';');
  return ['emailOptin', 'smsOptin', 'whatsAppOptin'].includes(path) ? cell === 'true' : cell;
}
