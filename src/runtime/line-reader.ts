/** Reads lines of text that arrive in chunks of bytes. */
export interface LineReader {
  /** Reads more bytes. Returns the first problem so far. */
  write(chunk: Uint8Array): string | undefined;
  /** Reads the last line. Returns the first problem. */
  end(): string | undefined;
}

/** Maximum number of characters of a line. */
const longestLine = 2 ** 28;

/** `readLine` gets each line and its number, and returns its problem. */
export function createLineReader(readLine: (line: string, number: number) => string | undefined): LineReader {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  // The start of a line that goes on in the next chunk.
  let begun: string[] = [];
  let length = 0;
  let problem: string | undefined;

  function hold(text: string): void {
    begun.push(text);
    length += text.length;
    if (length > longestLine) problem ??= `line ${number + 1} has more than ${longestLine} characters`;
  }

  function read(line: string): void {
    number += 1;
    problem ??= readLine(begun.join('') + line, number);
    begun = [];
    length = 0;
  }

  function decode(chunk?: Uint8Array): string {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      problem ??= 'The body is not valid UTF-8';
      return '';
    }
  }

  return {
    write(chunk): string | undefined {
      const lines = decode(chunk).split('\n');
      const last = lines.pop() ?? '';
      lines.forEach(read);
      hold(last);
      return problem;
    },
    end(): string | undefined {
      read(decode());
      return problem;
    },
  };
}
