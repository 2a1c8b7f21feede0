/** The address of the server, without a `/` at its end. A proxy may have put a path before those of the APIs. */
export const origin: string = location.href.replace(/\/__admin\/.*$/s, '');
