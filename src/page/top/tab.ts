import { effect } from '@preact/signals';
import { connection, type Connection } from '../run.ts';
import { headline } from './headline.ts';
import type { Mood } from './sentence.ts';

/** Colour and shape of the icon. Browsers show icons on any background, so the colours are the same for all. */
const icons: Readonly<Record<Mood | 'away', string>> = {
  empty: "<circle cx='8' cy='8' r='6' fill='none' stroke='%238a949e' stroke-width='2.5'/>",
  away: "<path d='M3 3l10 10M13 3L3 13' stroke='%238a949e' stroke-width='3'/>",
  running: "<path d='M4 2l9 6-9 6z' fill='%230072b2'/>",
  fine: "<circle cx='8' cy='8' r='7.5' fill='%23009e73'/><path d='M4 8.400l2.700 2.700 5.300-6' fill='none' stroke='white' stroke-width='2'/>",
  warning:
    "<path d='M8 .5L16 15.500H0z' fill='%23e69f00'/><path d='M8 5.500v5M8 12v2' stroke='black' stroke-width='2'/>",
  bad: "<path d='M5 0h6l5 5v6l-5 5H5l-5-5V5z' fill='%23d55e00'/><path d='M5 5l6 6M11 5l-6 6' stroke='white' stroke-width='2'/>",
};

/** The title of a page that shows nothing of a server, or nothing new. */
const absences: Readonly<Partial<Record<Connection, string>>> = {
  lost: 'Server away',
  token: 'Token needed',
  denied: 'Refused',
};

/** Lets the title and the icon of the tab tell how the run stands. */
export function markTab(): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  effect(() => {
    const { mood, text } = headline.value;
    const away = absences[connection.value];
    document.title = `${away ?? text} - vf-mock`;
    const icon = icons[away === undefined ? mood : 'away'];
    link?.setAttribute(
      'href',
      `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${icon}</svg>`,
    );
  });
}
