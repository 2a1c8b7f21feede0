import type { ApiName } from '../openapi/router.ts';
import type { Vendor } from './vendor.ts';
import { vibefollow } from './vibefollow.ts';
import { yellow } from './yellow.ts';

/** Facts about each API that its document does not contain. */
export const vendors: Readonly<Record<ApiName, Vendor>> = { vibefollow, yellow };
