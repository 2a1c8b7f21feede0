// Generated from openapi/ by `npm run generate`. Do not edit.
export type * as vibefollow from './vibefollow.ts';
export type * as yellow from './yellow.ts';
