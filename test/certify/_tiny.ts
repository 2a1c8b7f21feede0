import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf } from '../_cli.ts';

/** Sends users of VibeFollow in chunks of 1000, and ignores all answers. It fails many cases, and passes some. */
export const hopeful = `
import { readFileSync } from 'node:fs';
const { VIBEFOLLOW_BASE_URL, VIBEFOLLOW_API_KEY, VF_MOCK_RECORDS } = process.env;
const headers = { Authorization: 'Bearer ' + VIBEFOLLOW_API_KEY, 'Content-Type': 'application/json' };
const users = readFileSync(VF_MOCK_RECORDS, 'utf8').trimEnd().split('\\n');
while (users.length > 0) {
  const body = '{"users":[' + users.splice(0, 1000) + ']}';
  await (await fetch(VIBEFOLLOW_BASE_URL + '/api/v1/users/bulk', { method: 'POST', headers, body })).text();
}
`;

/** The input of a client. */
export interface Note {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly records: string;
}

/** Sends nothing. Writes its input to a file for each case. */
export const noting = `
import { readFileSync, writeFileSync } from 'node:fs';
const { argv, env } = process;
const note = { args: argv.slice(2), env, records: readFileSync(env.VF_MOCK_RECORDS, 'utf8') };
writeFileSync(env.NOTES + '-' + env.VF_MOCK_CASE.replace('/', '-') + '.json', JSON.stringify(note));
`;

/** The notes with this prefix in their names. */
export async function readNotes(name: string): Promise<Note[]> {
  const files = (await readdir(folderOf())).filter((file) => file.startsWith(`${name}-`)).sort();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folderOf(), file), 'utf8')) as Note));
}

/** Writes its process id to a file, and then never ends. It ignores all signals. */
export const stubborn = `
import { renameSync, writeFileSync } from 'node:fs';
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
const [, , file] = process.argv;
writeFileSync(file + '.tmp', String(process.pid));
renameSync(file + '.tmp', file);
setInterval(() => undefined, 60_000);
`;
