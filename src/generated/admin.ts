// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/__admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the server up, and which version is it */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Health: {
            /** @constant */
            status: "ok";
            /** @description Version of the vf-mock package. */
            version: string;
        };
        AdminError: {
            error: string;
        };
        /** @description A limit per tenant and endpoint. Requests over it are answered 429. */
        RateLimit: {
            /** @description Requests let through in one window. */
            requests: number;
            /** @description Length of the window in seconds. */
            windowSeconds: number;
        };
        /** @description Options of `createMock` and of a configuration file. */
        Options: {
            /**
             * @description Seed of everything that is generated, such as ids. The same seed and requests give the same ids.
             * @default 1
             */
            seed: number;
            /**
             * @description Where time comes from. `system` follows `Date.now` as it is when read, so a test runner's fake timers move it; `manual` stands still until it is told to move.
             * @default system
             * @enum {string}
             */
            clock: "system" | "manual";
            /**
             * Format: date-time
             * @description Time at which a `manual` clock starts, ISO 8601 with a time zone.
             * @default 2026-01-01T00:00:00.000Z
             */
            startTime: string;
            /**
             * @description Largest request body in bytes. A larger one is answered 413.
             * @default 10485760
             */
            bodyLimit: number;
            /**
             * @description Exchanges that the journal keeps. When it is full, the oldest are dropped.
             * @default 10000
             */
            journalLimit: number;
            /** @default {} */
            vibefollow: components["schemas"]["VibeFollowOptions"];
            /** @default {} */
            yellow: components["schemas"]["YellowOptions"];
        };
        /** @description Options of the VibeFollow API. */
        VibeFollowOptions: {
            /** @description The keys that are known. Without it, every well-formed key opens a project of its own. With it, a key that is `active` opens its project, one that is `revoked` or not listed gets 401, and one of an `other-project` gets 403. */
            keys?: {
                [key: string]: "active" | "revoked" | "other-project";
            };
            /**
             * @description VF-1: status for an `Idempotency-Key` that comes again with another request. 422 as the vendor's authentication page says, or 409 as its errors page says.
             * @default 422
             * @enum {integer}
             */
            idempotencyReuse: 422 | 409;
            /**
             * @description VF-2: whether requests must carry an `Idempotency-Key`. `optional` as the bulk page's examples show, or `required` as the authentication page says: then a request without one gets 422.
             * @default optional
             * @enum {string}
             */
            idempotencyKey: "optional" | "required";
            /**
             * @description VF-4: limits by operation, each `{ requests, windowSeconds }`. The vendor publishes no numbers, so none is in force unless given.
             * @default {}
             */
            rateLimits: {
                upsertUser?: components["schemas"]["RateLimit"];
                bulkUpsertUsers?: components["schemas"]["RateLimit"];
                trackEvent?: components["schemas"]["RateLimit"];
                batchTrackEvents?: components["schemas"]["RateLimit"];
                bulkTrackEvents?: components["schemas"]["RateLimit"];
            };
            /**
             * @description Jobs that a project's ingest queue holds before bulk requests get 429 `backfill_queue_full`.
             * @default 50000
             */
            queueCapacity: number;
            /** @description Jobs per second that a project's ingest queue works off. Without it, every job is done at once and the queue never fills; with 0, none is ever done. */
            drainRate?: number;
            /**
             * @description VF-5: what one job of the queue is: one accepted `record`, or one `request`.
             * @default record
             * @enum {string}
             */
            queueJob: "record" | "request";
            /**
             * @description VF-6: when a bulk request is refused for the queue. `when-full`: only if as many jobs as it holds wait already; `when-crossing`: also if this request would bring it over.
             * @default when-full
             * @enum {string}
             */
            queueRefusal: "when-full" | "when-crossing";
            /**
             * @description VF-7: `Retry-After` on `backfill_queue_full`. `sent` gives the seconds that the queue needs until it would take the request (none where it never will), `absent` gives none.
             * @default sent
             * @enum {string}
             */
            queueRetryAfter: "sent" | "absent";
            /**
             * @description VF-8: `field` beside the bulk message `external_user_id must be at least 1 character`: `absent` as the vendor's example shows, or `present`.
             * @default absent
             * @enum {string}
             */
            externalUserIdField: "absent" | "present";
        };
        /** @description A key of a VibeFollow project, `sk_live_` or `sk_test_` and 32 or more random characters. */
        VibeFollowKey: string;
        /** @description Options of the Yellow.ai API. */
        YellowOptions: {
            /**
             * @description YE-1: what `RETAIN_IMPORTED` does to a user that exists. `keep-existing`: the imported record is ignored, as the bulk page says; `replace`: it takes the place of the whole record, as the CSV help page says.
             * @default keep-existing
             * @enum {string}
             */
            retainImported: "keep-existing" | "replace";
            /**
             * @description YE-2: what a bulk creation does where `uponConflict` is left out.
             * @default UPDATE_EXISTING
             * @enum {string}
             */
            uponConflict: "UPDATE_EXISTING" | "RETAIN_IMPORTED";
            /**
             * @description YE-3: the header that carries the key: `either`, only `x-auth-token` as on the bulk page, or only `x-api-key` as in the newer reference.
             * @default either
             * @enum {string}
             */
            authHeader: "either" | "x-auth-token" | "x-api-key";
            /** @description YE-3: the valid keys of each bot. Without it, every bot exists and takes any key that is not empty; with it, an unlisted bot or key gets 401. */
            keys?: {
                [key: string]: string[];
            };
            /**
             * @description YE-5: a bulk record without `userId`. `generate` an id, as the CSV help page says, or `refuse` the request with 400 and `Row [n]`.
             * @default generate
             * @enum {string}
             */
            missingUserId: "generate" | "refuse";
            /**
             * @description YE-6: a bulk record that is invalid. `refuse-all`: 400 naming `Row [n]`, nothing is stored, as clients have seen it; `skip`: the record is left out and the rest is stored, as the CSV help page says.
             * @default refuse-all
             * @enum {string}
             */
            invalidRecord: "refuse-all" | "skip";
            /**
             * @description YE-8: `Retry-After` on 429: `sent` in whole seconds, or `absent`.
             * @default sent
             * @enum {string}
             */
            retryAfter: "sent" | "absent";
            /**
             * @description YE-9: how the limits count. `fixed`: a window that opens with the first request; `sliding`: any stretch of that length.
             * @default fixed
             * @enum {string}
             */
            rateWindow: "fixed" | "sliding";
            /**
             * @description Limits by operation, each `{ requests, windowSeconds }` in place of the documented one, or `off` to lift it.
             * @default {}
             */
            rateLimits: {
                bulkCreateUsers?: components["schemas"]["RateLimitOrOff"];
                getBulkCreation?: components["schemas"]["RateLimitOrOff"];
                addUser?: components["schemas"]["RateLimitOrOff"];
                listUsers?: components["schemas"]["RateLimitOrOff"];
                getUser?: components["schemas"]["RateLimitOrOff"];
                updateUser?: components["schemas"]["RateLimitOrOff"];
                deleteUser?: components["schemas"]["RateLimitOrOff"];
                createEvent?: components["schemas"]["RateLimitOrOff"];
                listEvents?: components["schemas"]["RateLimitOrOff"];
            };
            /**
             * @description Milliseconds from a bulk creation to its users being stored. With 0 they are stored at once.
             * @default 0
             */
            processingTime: number;
        };
        /** @description `requests` and `windowSeconds` of a limit, or `off` */
        RateLimitOrOff: components["schemas"]["RateLimit"] | "off";
    };
    responses: {
        /** @description The admin API has no such resource or method; the text says what it has. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AdminError"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            404: components["responses"]["Refused"];
            405: components["responses"]["Refused"];
        };
    };
}
