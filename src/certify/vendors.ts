import type { ApiName } from '../openapi/router.ts';
import type { Vendor } from './case.ts';
import { vibefollow } from './vibefollow.ts';
import { yellow } from './yellow.ts';

/** The facts about each API that the cases need. */
export const vendors: Readonly<Record<ApiName, Vendor>> = { vibefollow, yellow };
