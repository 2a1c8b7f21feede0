/** An entry of a stream of server-sent events. */
export interface StreamEntry {
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

/** Splits the text of a stream into its entries. Comments are left out. */
export async function* readEntries(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEntry> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let rest = ''; ;) {
    const { done, value = '' } = await reader.read();
    if (done) return;
    const parts = (rest + value).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (!part.startsWith(':')) yield toEntry(part);
  }
}

function toEntry(part: string): StreamEntry {
  const fields = new Map(
    part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.replace(/^\w+: ?/, '')]),
  );
  return { id: fields.get('id') ?? '', type: fields.get('event') ?? '', data: fields.get('data') ?? '' };
}
