import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { refuseDirectory, statIfExists, toRealPath } from '../report/real-path.ts';

/** What was read from a file, to find out later whether somebody has changed the file. */
export interface FileVersion {
  /** Adds the next bytes that were read. Without any, the file was missing. */
  add(bytes: Uint8Array): void;
  /**
   * What the file is now. `changed` also if a link leads elsewhere, or if a pipe has its name.
   *
   * @throws EISDIR if a directory has its name.
   */
  compare(): Promise<'same' | 'missing' | 'changed'>;
}

export async function createFileVersion(file: string): Promise<FileVersion> {
  const place = await toRealPath(file);
  const read = createHash('sha256');
  let isMissing = true;
  return {
    add(bytes): void {
      isMissing = false;
      read.update(bytes);
    },
    async compare(): Promise<'same' | 'missing' | 'changed'> {
      if ((await toRealPath(file)) !== place) return 'changed';
      const found = await statIfExists(place);
      if (found === undefined) return 'missing';
      refuseDirectory(found);
      if (isMissing || !found.isFile()) return 'changed';
      const now = createHash('sha256');
      for await (const bytes of createReadStream(place)) now.update(bytes as Uint8Array);
      return now.digest().equals(read.copy().digest()) ? 'same' : 'changed';
    },
  };
}
