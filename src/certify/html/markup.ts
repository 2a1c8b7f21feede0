import { toPrintable } from '../../runtime/printable.ts';

/** HTML or SVG whose texts are already escaped. */
export interface Markup {
  readonly markup: string;
}

/** A value in a template. Text is escaped, markup stays, and booleans and `undefined` print nothing. */
export type Content = string | number | boolean | undefined | Markup | readonly Markup[];

/** A template of HTML or SVG. It escapes all its values, so that no text can become markup by mistake. */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: String.raw({ raw: parts }, ...contents.map(toMarkup)) };
}

function toMarkup(content: Content): string {
  if (content === undefined || typeof content === 'boolean') return '';
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map((one) => one.markup).join('\n');
}

/** Escapes text for HTML and its attributes. Line breaks and tabs stay. Other control characters become visible. */
export function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .split(/([\n\t])/)
    .map((part, index) => (index % 2 === 1 ? part : toPrintable(part)))
    .join('')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** An anchor for a case, with only characters that a URL need not escape. */
export function toAnchor(id: string): string {
  return `case-${id.replaceAll(/[^\w-]+/g, '-')}`;
}

/** Shortens a text to at maxLength `maxLength` characters. */
export function clip(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).replace(/\p{Cs}$/u, '')}…`;
}
