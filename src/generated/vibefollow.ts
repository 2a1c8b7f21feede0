// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update one user
         *
         * `external_user_id` identifies the user within the project. An update merges. Properties and traits that are not given do not change.
         */
        post: operations["upsertUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update up to 1,000 users
         *
         * Each record is judged separately. An invalid record does not fail the request. It is listed in `data.errors` and not enqueued. `accepted + rejected` always equals `meta.received`. Two records with the same `external_user_id` are both accepted, and the later one wins (VF-9). After a 429 or 5xx the client may send the same chunk again.
         */
        post: operations["bulkUpsertUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track one event
         *
         * An event of an unknown user is kept. It belongs to the user as soon as the user is created. A `timestamp` counts as in `bulkTrackEvents` (VF-14).
         */
        post: operations["trackEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track up to 500 events, all or nothing
         *
         * One invalid event refuses the whole batch. `field` is then a path with the index of the event, for example `events[3].external_user_id`.
         */
        post: operations["batchTrackEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track up to 1,000 events
         *
         * Each record is judged separately, as in `bulkUpsertUsers`. An event equals a stored event if user, name and the instant of its `timestamp` are the same. It is accepted, but not stored again, so a chunk of such events may be sent again at any time (VF-12). An event without a `timestamp` is stored each time.
         */
        post: operations["bulkTrackEvents"];
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
        /**
         * A UUID of version 4 (RFC 9562, section 5.4).
         */
        IdempotencyKey: string;
        /**
         * A user to create or update. Unknown properties are ignored and not stored (VF-10). By default, an optional property that is `null` is invalid (VF-16).
         */
        UserRecord: {
            /**
             * Your own id of the user. It identifies the user within the project.
             */
            external_user_id: string;
            /**
             * An e-mail address of at most 254 characters. The part before the `@` has at most 64 characters, which are ASCII letters, digits and some signs; it is not quoted. The part behind it is a domain name with a dot, such as `xn--mnchen-3ya.de`. It is no IP address, no `localhost` and no name with other letters.
             */
            email?: components["schemas"]["EmailAddress"];
            /**
             * Facts about a user. Known traits have their own columns. Other traits go to the traits bag.
             */
            traits?: components["schemas"]["Traits"];
        };
        /**
         * An e-mail address of at most 254 characters. The part before the `@` has at most 64 characters, which are ASCII letters, digits and some signs; it is not quoted. The part behind it is a domain name with a dot, such as `xn--mnchen-3ya.de`. It is no IP address, no `localhost` and no name with other letters.
         */
        EmailAddress: string;
        /**
         * Facts about a user. Known traits have their own columns. Other traits go to the traits bag.
         */
        Traits: {
            /**
             * Full name.
             */
            name?: unknown;
            /**
             * Plan or price tier.
             */
            plan?: unknown;
            /**
             * When the user signed up.
             */
            signupDate?: unknown;
            /**
             * Company of the user.
             */
            company?: unknown;
            /**
             * Role within the company.
             */
            role?: unknown;
        } & {
            [key: string]: unknown;
        };
        /**
         * An event to track. Unknown properties are ignored and not stored (VF-10). By default, an optional property that is `null` is invalid (VF-16).
         */
        EventRecord: {
            /**
             * Your own id of the user of the event.
             */
            external_user_id: string;
            /**
             * Name of the event. There are nine canonical names (VF-11), but any name is allowed that is not reserved. By default no name is reserved (VF-15).
             *
             * @example user_signed_up
             * @example trial_started
             * @example feature_used
             * @example onboarding_step
             * @example subscription_changed
             * @example subscription_cancelled
             * @example payment_failed
             * @example trial_expiring
             * @example user_invited
             */
            name: string;
            /**
             * Free facts about the event. By default there are none.
             */
            properties?: components["schemas"]["EventProperties"];
            /**
             * When the event happened, such as `2026-01-05T09:30:00Z` or `2026-01-05T09:30+05:30` (RFC 3339, VF-22). By default the time of arrival. An event with a `timestamp` is stored once, however often it is sent (VF-12).
             */
            timestamp?: string;
        };
        /**
         * Free facts about the event. By default there are none.
         *
         * @default {}
         */
        EventProperties: {
            [key: string]: unknown;
        };
        Accepted: {
            data: {
                accepted: true;
            };
        };
        BulkResult: {
            data: {
                /**
                 * Number of records enqueued.
                 */
                accepted: number;
                /**
                 * Number of records listed in `errors`.
                 */
                rejected: number;
                errors: components["schemas"]["RecordError"][];
            };
            meta: {
                /**
                 * Number of records in the request.
                 */
                received: number;
            };
        };
        /**
         * Why one record of a bulk request was rejected.
         */
        RecordError: {
            /**
             * Position in the request, from 0.
             */
            index: number;
            code: "validation";
            /**
             * @example Invalid email
             */
            message: string;
            /**
             * The wrong field. Absent if the error is about no single field, and in two errors of the vendor's examples: an empty `external_user_id` (VF-8) and `Invalid timestamp` (VF-13).
             */
            field?: string;
        };
        ErrorBody: {
            errors: {
                /**
                 * What went wrong, such as `validation_failed`, `auth_required`, `idempotency_key_reuse`, `rate_limited`, `backfill_queue_full` or `server_error`.
                 */
                code: string;
                message: string;
                /**
                 * The wrong field. Absent if the error is about no single field.
                 */
                field?: string;
            }[];
        };
    };
    responses: {
        /**
         * Enqueued.
         */
        Accepted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Accepted"];
            };
        };
        /**
         * Every record was judged. The accepted records are enqueued.
         */
        BulkResult: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BulkResult"];
            };
        };
        /**
         * The request is not JSON in UTF-8 with `Content-Type: application/json`, its URL is malformed, or the envelope of a bulk request is wrong (VF-3).
         */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The `Authorization` header is missing or malformed, or the key is revoked.
         */
        AuthRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The key is valid, but not for this project.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * `idempotency_key_reuse`: the `Idempotency-Key` was used before with another request. This answer needs the option for VF-1. By default, the answer is 422. `idempotency_key_in_progress`: the first request with this `Idempotency-Key` is not finished. Wait, then send the same request again.
         */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The body is too large. The default limit of vf-mock is 10 MiB.
         */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The body has a content coding, such as gzip (VF-20). Send it without one.
         */
        CodedBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The record or the batch is invalid, and `field` names the place. Or the `Idempotency-Key` was used before with another request (VF-1). Or the key is required but missing (VF-2).
         */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * `rate_limited`: the rate limit of this project and endpoint is reached (VF-4). `backfill_queue_full`, only on bulk endpoints: 50,000 or more jobs are in the ingest queue (VF-5, VF-6). Wait, then go on with smaller chunks.
         */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * Something failed on the server. Send the same request again.
         */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The service is temporarily unavailable. Send the same request again.
         */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * Each project remembers a key for 24 hours. The same key with the same request gets the first answer again and does no work. The header is optional (VF-2).
         */
        IdempotencyKey: components["schemas"]["IdempotencyKey"];
    };
    requestBodies: never;
    headers: {
        /**
         * The wait before the next attempt, in seconds or as an HTTP date (RFC 9110, section 10.2.3). vf-mock sends seconds, rounded up.
         */
        RetryAfter: number | string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    upsertUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Each project remembers a key for 24 hours. The same key with the same request gets the first answer again and does no work. The header is optional (VF-2).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRecord"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["AuthRequired"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    bulkUpsertUsers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Each project remembers a key for 24 hours. The same key with the same request gets the first answer again and does no work. The header is optional (VF-2).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    users: components["schemas"]["UserRecord"][];
                };
            };
        };
        responses: {
            200: components["responses"]["BulkResult"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["AuthRequired"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    trackEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Each project remembers a key for 24 hours. The same key with the same request gets the first answer again and does no work. The header is optional (VF-2).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventRecord"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["AuthRequired"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    batchTrackEvents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Each project remembers a key for 24 hours. The same key with the same request gets the first answer again and does no work. The header is optional (VF-2).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: components["schemas"]["EventRecord"][];
                };
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["AuthRequired"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    bulkTrackEvents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Each project remembers a key for 24 hours. The same key with the same request gets the first answer again and does no work. The header is optional (VF-2).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: components["schemas"]["EventRecord"][];
                };
            };
        };
        responses: {
            200: components["responses"]["BulkResult"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["AuthRequired"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
}

/** A UUID of version 4 (RFC 9562, section 5.4). */
export type IdempotencyKey = components["schemas"]["IdempotencyKey"];
/** A user to create or update. Unknown properties are ignored and not stored (VF-10). By default, an optional property that is `null` is invalid (VF-16). */
export type UserRecord = components["schemas"]["UserRecord"];
/** An e-mail address of at most 254 characters. The part before the `@` has at most 64 characters, which are ASCII letters, digits and some signs; it is not quoted. The part behind it is a domain name with a dot, such as `xn--mnchen-3ya.de`. It is no IP address, no `localhost` and no name with other letters. */
export type EmailAddress = components["schemas"]["EmailAddress"];
/** Facts about a user. Known traits have their own columns. Other traits go to the traits bag. */
export type Traits = components["schemas"]["Traits"];
/** An event to track. Unknown properties are ignored and not stored (VF-10). By default, an optional property that is `null` is invalid (VF-16). */
export type EventRecord = components["schemas"]["EventRecord"];
/** Free facts about the event. By default there are none. */
export type EventProperties = components["schemas"]["EventProperties"];
export type Accepted = components["schemas"]["Accepted"];
export type BulkResult = components["schemas"]["BulkResult"];
/** Why one record of a bulk request was rejected. */
export type RecordError = components["schemas"]["RecordError"];
export type ErrorBody = components["schemas"]["ErrorBody"];

interface Json<Body> {
    content: { "application/json": Body };
}
/** The body of a request, by `operationId`. */
export type RequestBody<Id extends keyof operations> =
    operations[Id] extends { requestBody: Json<infer Body> } ? Body : never;
/** The body of an answer, by `operationId` and status. */
export type ResponseBody<Id extends keyof operations, Status extends keyof operations[Id]["responses"]> =
    operations[Id]["responses"][Status] extends Json<infer Body> ? Body : never;
