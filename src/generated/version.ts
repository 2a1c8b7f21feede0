// Generated from openapi/ by `npm run generate`. Do not edit.
/** Version of the package. */
export const version: string = '0.1.0';
