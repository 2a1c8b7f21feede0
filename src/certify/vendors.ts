import type { ApiName } from '../openapi/router.ts';
import type { Vendor } from './case.ts';
import { vibefollow } from './vibefollow.ts';
import { yellow } from './yellow.ts';

/** What the cases need to know of each API. */
export const vendors: Readonly<Record<ApiName, Vendor>> = { vibefollow, yellow };
