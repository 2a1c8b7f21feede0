import type { ApiName } from '../openapi/router.ts';
import type { Vendor } from './vendor.ts';
import { vibefollow } from './vibefollow.ts';
import { yellow } from './yellow.ts';

/** What the checks need to know of each API. */
export const vendors: Readonly<Record<ApiName, Vendor>> = { vibefollow, yellow };
