import { toPrintable } from '../../runtime/printable.ts';

/** HTML or SVG in which all text is escaped already. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes: text and numbers are escaped, markup stays as it is, and the rest leaves nothing. */
export type Content = string | number | boolean | undefined | Markup | readonly Markup[];

/** A template of HTML or SVG that escapes what is put into it, so that nothing can be forgotten. */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: String.raw({ raw: parts }, ...contents.map(toMarkup)) };
}

function toMarkup(content: Content): string {
  if (content === undefined || typeof content === 'boolean') return '';
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map((one) => one.markup).join('\n');
}

/** Text for HTML and its attributes. Ends of lines and tabs stay; other control characters are shown as such. */
export function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .split(/([\n\t])/)
    .map((part, index) => (index % 2 === 1 ? part : toPrintable(part)))
    .join('')
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A name for a place of the page, of letters that need no escaping in an address. */
export function toAnchor(id: string): string {
  return `case-${id.replaceAll(/[^\w-]+/g, '-')}`;
}

/** A text of at most so many characters. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`;
}
