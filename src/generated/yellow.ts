// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/cdp/api/v1/user/create-bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status of a bulk creation
         */
        get: operations["getBulkCreation"];
        put?: never;
        /**
         * Create up to 1,000 users
         *
         * One invalid record refuses the whole request, and nothing is stored. The error names `Row [n]`, counted from 0 (YE-6). A record without `userId` gets one (YE-5). Records with the same `userId` are applied in order. `data` of the answer is the id of this bulk creation, for `getBulkCreation`.
         */
        post: operations["bulkCreateUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cdp/api/v1/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users, a page at a time
         *
         * Users are in the order in which they were created. The first empty page is the end.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Add one user
         *
         * An existing user is updated with the given properties.
         */
        post: operations["addUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cdp/api/v1/user/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The user's `userId`. If no user has it, a user with this generated `id` is looked up (YE-15).
                 *
                 * @example 1001
                 */
                userId: string;
            };
            cookie?: never;
        };
        /**
         * One user
         *
         * The answer has the `System` properties (YE-27). `allProperties` adds `Custom` properties. `properties` selects single properties of both kinds.
         */
        get: operations["getUser"];
        /**
         * Update some properties of a user
         *
         * Only the given properties change. `userId` cannot change.
         */
        put: operations["updateUser"];
        post?: never;
        /**
         * Delete a user
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cdp/api/v1/event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events of a user
         *
         * Events are in the order in which they were created.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * Create an event
         *
         * An unknown user is created. `userProperties` are set on the user (YE-26).
         */
        post: operations["createEvent"];
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
         * Properties of a user. Listed properties are `System`, any other is `Custom`. Only the server sets `id`, `botId`, `createdAt`, `updatedAt` and `profileComplete`. Their values in a record are ignored. `null` and an empty text are values like any other (YE-24).
         */
        UserRecord: {
            /**
             * Your own id of the user. It identifies the user.
             */
            userId?: string;
            firstName?: string;
            lastName?: string;
            gender?: string;
            country?: string;
            city?: string;
            language?: string;
            /**
             * An e-mail address of at most 254 characters. The part before the `@` has at most 64 characters, which are ASCII letters, digits and some signs; it is not quoted. The part behind it is a domain name with a dot, such as `xn--mnchen-3ya.de`. It is no IP address, no `localhost` and no name with other letters.
             */
            email?: components["schemas"]["EmailAddress"];
            /**
             * Phone number with country code. It is stored without the `+` (YE-23).
             *
             * @example 919000000000
             */
            phone?: string;
            lastChannel?: string;
            /**
             * Date of birth.
             */
            dob?: string;
            emailOptin?: boolean;
            /**
             * Another spelling of `emailOptin`. Stored and answered as `emailOptin` (YE-11, YE-18).
             */
            emailOptIn?: boolean;
            smsOptin?: boolean;
            whatsAppOptin?: boolean;
            tags?: string[];
            timezone?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * An e-mail address of at most 254 characters. The part before the `@` has at most 64 characters, which are ASCII letters, digits and some signs; it is not quoted. The part behind it is a domain name with a dot, such as `xn--mnchen-3ya.de`. It is no IP address, no `localhost` and no name with other letters.
         */
        EmailAddress: string;
        /**
         * A stored property.
         */
        Property: {
            value: unknown;
            propertyType: "System" | "Custom";
        };
        /**
         * A stored user. Besides the given properties it has `id`, `botId`, `createdAt`, `updatedAt` and `profileComplete`.
         */
        User: {
            [key: string]: components["schemas"]["Property"];
        };
        UserAnswer: {
            message: string;
            /**
             * A stored user. Besides the given properties it has `id`, `botId`, `createdAt`, `updatedAt` and `profileComplete`.
             */
            data: components["schemas"]["User"];
        };
        /**
         * A user with all of its properties. `profileComplete` is the percentage of the documented properties that have a value, as a text with two decimals (YE-17).
         */
        WholeUser: components["schemas"]["User"] & {
            userId: unknown;
            readonly id: unknown;
            readonly botId: unknown;
            readonly createdAt: unknown;
            readonly updatedAt: unknown;
            readonly profileComplete: unknown;
        };
        WholeUserAnswer: {
            message: string;
            /**
             * A user with all of its properties. `profileComplete` is the percentage of the documented properties that have a value, as a text with two decimals (YE-17).
             */
            data: components["schemas"]["WholeUser"];
        };
        BulkCreationStarted: {
            /**
             * Always empty.
             */
            message: string;
            /**
             * Id of this bulk creation.
             */
            data: string;
        };
        BulkCreationStatus: {
            message: string;
            /**
             * How far a bulk creation is, its new users, and the users that existed before.
             */
            data: components["schemas"]["BulkCreation"];
        };
        /**
         * How far a bulk creation is, its new users, and the users that existed before.
         */
        BulkCreation: {
            comment: "processing" | "finished processing";
            result: {
                /**
                 * The bot of each user, by `userId`.
                 */
                newUsers: components["schemas"]["UsersToBot"];
                /**
                 * The bot of each user, by `userId`.
                 */
                conflictedUsers: components["schemas"]["UsersToBot"];
            };
        };
        /**
         * The bot of each user, by `userId`.
         */
        UsersToBot: {
            [key: string]: string;
        };
        EventRecord: {
            /**
             * The `userId` of the user of the event.
             */
            userId: string;
            eventName: string;
            /**
             * Origin of the event.
             */
            source?: string;
            /**
             * Free facts about the event. By default there are none.
             */
            payload?: components["schemas"]["EventPayload"];
            /**
             * Properties to set on the user (YE-26). The `userId` among them is ignored.
             */
            userProperties?: components["schemas"]["UserRecord"];
        };
        /**
         * Free facts about the event. By default there are none.
         *
         * @default {}
         */
        EventPayload: {
            [key: string]: unknown;
        };
        Event: {
            id: string;
            botId: string;
            userId: string;
            /**
             * The `eventName` of the request.
             */
            event: string;
            source?: string;
            payload: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             */
            createdAt: string;
        };
        ErrorBody: {
            error: string;
        };
    };
    responses: {
        /**
         * The request is malformed or invalid. For a bulk creation, `Row [n]` names the invalid record.
         */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The key is missing or not valid for this bot (YE-3). There is no body (YE-20).
         */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * There is no such user.
         */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * The `Accept` header excludes JSON (YE-10).
         */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
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
         * The body has a content coding, such as gzip (YE-28). Send it without one.
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
         * The rate limit of this bot and endpoint is reached (YE-8, YE-9).
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
         * Something failed on the server.
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
         * The service is temporarily unavailable.
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
         * The bot that the users belong to.
         *
         * @example x1640004486565
         */
        Bot: string;
        /**
         * Names of the properties in the answer, separated by commas.
         *
         * @example [
         *   "email",
         *   "tags"
         * ]
         */
        Properties: string[];
    };
    requestBodies: never;
    headers: {
        /**
         * The wait before the next attempt, in seconds or as an HTTP date (RFC 9110, section 10.2.3). vf-mock sends seconds, rounded up (YE-8).
         */
        RetryAfter: number | string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getBulkCreation: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
                /**
                 * The id of the bulk creation. An unknown id gets 400 (YE-13).
                 *
                 * @example qnN5xz34haspjpTd1uDVY
                 */
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The status of the bulk creation, the new users, and the users that existed before (YE-12).
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCreationStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    bulkCreateUsers: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
                /**
                 * What happens to a record whose `userId` exists already. `UPDATE_EXISTING` updates the given properties of the user. `RETAIN_IMPORTED` keeps the existing user and ignores the record (YE-1). The default is `UPDATE_EXISTING` (YE-2).
                 */
                uponConflict?: "UPDATE_EXISTING" | "RETAIN_IMPORTED";
            };
            header?: never;
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
            /**
             * The bulk creation has started.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCreationStarted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
                /**
                 * Number of users to skip.
                 */
                offset?: number;
                /**
                 * Maximum number of users in a page.
                 */
                limit?: number;
                /**
                 * Names of the properties in the answer, separated by commas.
                 *
                 * @example [
                 *   "email",
                 *   "tags"
                 * ]
                 */
                properties?: components["parameters"]["Properties"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of users. Empty after the last user.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        data: {
                            data: components["schemas"]["User"][];
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    addUser: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRecord"] & {
                    userId: string;
                };
            };
        };
        responses: {
            /**
             * Added.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeUserAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
                /**
                 * Names of the properties in the answer, separated by commas.
                 *
                 * @example [
                 *   "email",
                 *   "tags"
                 * ]
                 */
                properties?: components["parameters"]["Properties"];
                /**
                 * Whether the answer also has the `Custom` properties, or the names of properties that come beside the `System` properties (YE-16).
                 *
                 * @example RMEmail,phone
                 */
                allProperties?: boolean | string;
                /**
                 * `no` leaves `userId` out of the answer. With `true` the path has the `userId`, and with `false` it has the `id` that Yellow.ai generated. The default is `yes` (YE-14).
                 */
                userId?: "yes" | "no" | "true" | "false";
            };
            header?: never;
            path: {
                /**
                 * The user's `userId`. If no user has it, a user with this generated `id` is looked up (YE-15).
                 *
                 * @example 1001
                 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The user.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateUser: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
            };
            header?: never;
            path: {
                /**
                 * The user's `userId`. If no user has it, a user with this generated `id` is looked up (YE-15).
                 *
                 * @example 1001
                 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRecord"];
            };
        };
        responses: {
            /**
             * Updated.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeUserAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteUser: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
                /**
                 * Ignored (YE-22).
                 *
                 * @example 0
                 */
                offset?: unknown;
                /**
                 * Ignored (YE-22).
                 *
                 * @example 100
                 */
                limit?: unknown;
            };
            header?: never;
            path: {
                /**
                 * The user's `userId`. If no user has it, a user with this generated `id` is looked up (YE-15).
                 *
                 * @example 1001
                 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * Deleted.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        data: {
                            userId: string;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
                /**
                 * The `userId` of the user.
                 *
                 * @example 1001
                 */
                userId: string;
                /**
                 * Only events with this name. An empty name is no filter (YE-40).
                 */
                eventName?: string;
                /**
                 * Only events created at this time or later, in milliseconds since 1970 or as a time such as `2026-01-05T09:30:00Z` (RFC 3339, YE-30).
                 */
                offsetTimestamp?: string | number;
                /**
                 * Maximum number of events.
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The events. An unknown user has none.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        data: components["schemas"]["Event"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createEvent: {
        parameters: {
            query: {
                /**
                 * The bot that the users belong to.
                 *
                 * @example x1640004486565
                 */
                bot: components["parameters"]["Bot"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventRecord"];
            };
        };
        responses: {
            /**
             * Created.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        data: components["schemas"]["Event"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
}

/** Properties of a user. Listed properties are `System`, any other is `Custom`. Only the server sets `id`, `botId`, `createdAt`, `updatedAt` and `profileComplete`. Their values in a record are ignored. `null` and an empty text are values like any other (YE-24). */
export type UserRecord = components["schemas"]["UserRecord"];
/** An e-mail address of at most 254 characters. The part before the `@` has at most 64 characters, which are ASCII letters, digits and some signs; it is not quoted. The part behind it is a domain name with a dot, such as `xn--mnchen-3ya.de`. It is no IP address, no `localhost` and no name with other letters. */
export type EmailAddress = components["schemas"]["EmailAddress"];
/** A stored property. */
export type Property = components["schemas"]["Property"];
/** A stored user. Besides the given properties it has `id`, `botId`, `createdAt`, `updatedAt` and `profileComplete`. */
export type User = components["schemas"]["User"];
export type UserAnswer = components["schemas"]["UserAnswer"];
/** A user with all of its properties. `profileComplete` is the percentage of the documented properties that have a value, as a text with two decimals (YE-17). */
export type WholeUser = components["schemas"]["WholeUser"];
export type WholeUserAnswer = components["schemas"]["WholeUserAnswer"];
export type BulkCreationStarted = components["schemas"]["BulkCreationStarted"];
export type BulkCreationStatus = components["schemas"]["BulkCreationStatus"];
/** How far a bulk creation is, its new users, and the users that existed before. */
export type BulkCreation = components["schemas"]["BulkCreation"];
/** The bot of each user, by `userId`. */
export type UsersToBot = components["schemas"]["UsersToBot"];
export type EventRecord = components["schemas"]["EventRecord"];
/** Free facts about the event. By default there are none. */
export type EventPayload = components["schemas"]["EventPayload"];
export type Event = components["schemas"]["Event"];
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
