import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';

interface CopyProps {
  readonly label: string;
  /** What a screen reader says in place of `label`. */
  readonly name?: string;
  /** The text, or how to get it. */
  readonly text: string | (() => string | Promise<string>);
}

/** A button that copies a text, and says so. */
export function Copy({ label, name, text }: CopyProps): VNode {
  const shown = useSignal(label);
  const copy = async (): Promise<void> => {
    const isDone = await writeClipboard(typeof text === 'string' ? text : await text());
    shown.value = isDone ? 'Copied' : 'Copy failed';
    setTimeout(() => (shown.value = label), 1500);
  };
  return (
    <button type="button" aria-label={shown.value === label ? name : undefined} onClick={() => void copy()}>
      <span aria-live="polite">{shown.value}</span>
    </button>
  );
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page of plain HTTP on another host has no clipboard.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way
    const isDone = document.execCommand('copy');
    area.remove();
    return isDone;
  }
}

/** Lets the reader save a text as a file. */
export function download(file: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
