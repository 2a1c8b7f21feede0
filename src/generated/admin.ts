// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/__admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server is up, and its version */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget everything, or one tenant
         * @description Without `tenant`: users, events, limits, keys, the journal, and the fault rules and scenarios that came after the start, as `mock.reset()`. With it: what that project or bot holds, and the fault rules that name it.
         */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fault rules, with how often each has fired */
        get: operations["listFaults"];
        put?: never;
        /**
         * Add one fault rule or several
         * @description All are added, or none when one of them is refused.
         */
        post: operations["addFaults"];
        /** Remove all fault rules, or those of one tenant */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/faults/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one fault rule */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The named scenarios */
        get: operations["listScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/scenarios/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a named scenario in force
         * @description Its fault rules are added behind those that are there, its options replace those in force.
         */
        post: operations["useScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mock's time */
        get: operations["getClock"];
        /**
         * Set a manual clock, or move it forward
         * @description Answers when all that was due by then is done. A clock never goes back.
         */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the two APIs hold, of all tenants or of one
         * @description As `mock.snapshot()`. What is due by now is stored first. Tenants that hold nothing are left out.
         */
        get: operations["getState"];
        /**
         * Replace what the two APIs hold, of all tenants or of one
         * @description As `mock.restore()`: tenants that the state does not name hold nothing afterwards. With `tenant`, only that one is replaced, and the state may name no other. Fault rules, options, clock and journal stay as they are, and a request that waits goes on waiting.
         */
        put: operations["setState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The options in force */
        get: operations["getOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exchanges that the journal keeps
         * @description In order of arrival. All that is asked for must match.
         */
        get: operations["getJournal"];
        put?: never;
        post?: never;
        /** Forget all exchanges, or those of one tenant */
        delete: operations["clearJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/journal.har": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exchanges as an HTTP archive
         * @description HAR 1.2, which the developer tools of browsers open. Headers and bodies are in it with the option `journalBodies`.
         */
        get: operations["getHar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The calls that clients made, each with its attempts and its outcome
         * @description In order of first arrival. Those of which an attempt matches all that is asked for.
         */
        get: operations["listCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the client kept each rule
         * @description As `mock.verdicts()`. With `tenant`, how the client of that project or bot did.
         */
        get: operations["getVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which parts of the vendors' documents the clients have exercised
         * @description As `mock.coverage()`, of what the journal keeps. With `tenant`, by the client of that project or bot.
         */
        get: operations["getCoverage"];
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
            errors: string[];
        };
        /** @description One of the two. */
        ClockChange: {
            /** @description Milliseconds to move forward. */
            advance?: number;
            /**
             * Format: date-time
             * @description Time to move to, ISO 8601 with a time zone.
             */
            time?: string;
        };
        ScenarioList: {
            scenarios: {
                name: string;
                description: string;
                /** @description Options of `createMock`. */
                options: {
                    [key: string]: unknown;
                };
            }[];
        };
        FaultList: {
            faults: {
                id: string;
                /** @description How often it has fired. */
                fired: number;
                rule: components["schemas"]["FaultRule"];
            }[];
        };
        /** @description What goes wrong, and for which attempts. Of several rules that match, the first one fires. */
        FaultRule: {
            /** @description Name of the rule, `fault-<n>` unless given. */
            id?: string;
            on?: components["schemas"]["FaultSelector"];
            fault: components["schemas"]["Fault"];
            /** @description How often it fires until it is spent. Without it there is no end. */
            times?: number;
        };
        /** @description All that is given must match; without any, every attempt does. */
        FaultSelector: {
            /** @enum {string} */
            api?: "vibefollow" | "yellow";
            operation?: components["schemas"]["OperationId"];
            /** @description A VibeFollow key or a Yellow bot. */
            tenant?: string;
            /** @description Which attempts of a call, from 1: `1`, `[1, 3]`, `"<=2"`, `">=4"`, `"2-5"`. */
            attempt?: components["schemas"]["NumberRange"];
            /** @description Which calls of a tenant and operation, in order of first arrival, written as attempts are. */
            call?: components["schemas"]["NumberRange"];
            /** @description The request carries a record of this id. */
            record?: string;
            /** @description How likely it fires, drawn from the seed, the rule, what the call says and its attempt. */
            chance?: number;
        };
        /**
         * @description An `operationId` of the two vendors' documents.
         * @enum {string}
         */
        OperationId: "upsertUser" | "bulkUpsertUsers" | "trackEvent" | "batchTrackEvents" | "bulkTrackEvents" | "bulkCreateUsers" | "getBulkCreation" | "addUser" | "listUsers" | "getUser" | "updateUser" | "deleteUser" | "createEvent" | "listEvents";
        /** @description Which exchanges or calls; all that is given must match. */
        JournalFilter: {
            /** @enum {string} */
            api?: "vibefollow" | "yellow";
            operation?: components["schemas"]["OperationId"];
            /** @description A VibeFollow key, the id of its project, or a Yellow bot. */
            tenant?: string;
            /** @description Which attempts of a call, written as in a fault rule. */
            attempt?: components["schemas"]["NumberRange"];
            /** @description Which calls of a tenant and operation. */
            call?: components["schemas"]["NumberRange"];
            /** @description Which statuses: `429`, `[502, 503]`, `">=500"`. */
            status?: components["schemas"]["NumberRange"];
            /** @description The request carries a record of this id. */
            record?: string;
        };
        /** @description One request and what came of it. */
        Exchange: {
            /** @description Position in the order in which requests had come in whole, from 1. */
            number: number;
            /** @description When it began to arrive, in milliseconds since 1970 on the clock of the mock. */
            at: number;
            method: string;
            /** @description Without the query. */
            path: string;
            /** @description The query as it was sent, without the question mark; keys in it are masked. */
            query: string;
            /** @enum {string} */
            api?: "vibefollow" | "yellow";
            operation?: components["schemas"]["OperationId"];
            /** @description The Yellow bot, or the VibeFollow key with only its first 8 and last 4 characters. */
            tenant?: string;
            /** @description Id of the VibeFollow project or the Yellow bot. */
            tenantId?: string;
            /** @description Position of its call among those of the tenant and operation, in order of first arrival, from 1. */
            call?: number;
            /** @description Position among the attempts of its call, from 1. */
            attempt?: number;
            /** @description Milliseconds from the end of the attempt before to the arrival of this one. */
            waited?: number;
            /** @description Milliseconds that the answer to the attempt before told the client to wait (RFC 9110, section 10.2.3). */
            requiredWait?: number;
            /** @description Records in the request, accepted or not. */
            records: number;
            /** @description Their ids in order, empty where a record has none. The journal keeps a million ids and rejected records; then the oldest exchanges lose theirs. The admin API shows the first 20. */
            recordIds?: string[];
            /** @description Records that break their schema, where the API judges them one by one. The admin API shows the first 20. */
            rejected?: components["schemas"]["RejectedRecord"][];
            /** @description Bytes of the request body. */
            size: number;
            /** @description Equal for the same operation, parameters and body, byte for byte. */
            digest?: string;
            /** @description The `Idempotency-Key` that it carries. */
            idempotencyKey?: string;
            /**
             * @description Where the key was: `header` as documented, `url` if it was in the query too or instead, or `none`.
             * @enum {string}
             */
            credential?: "header" | "url" | "none";
            /** @description Where the request breaks the OpenAPI document. Bad records are not among them: they are data, not form. */
            violations?: string[];
            /** @description What it carries that the OpenAPI document does not know, such as `users[3].emial` or `query.limti`: each name once, at its first place, and no more than 20. Headers may be any. */
            unknown?: string[];
            /** @description The TCP connection, by the port of the client. Absent in process. */
            connection?: string;
            /** @description Requests of the tenant and operation that were under way when it arrived, itself included. */
            concurrent?: number;
            /** @description Id of the fault rule that fired. */
            fault?: string;
            /** @description Whether its work was done, whatever the client was told; or for how many of its records. An answer that is repeated for an `Idempotency-Key` does no work. */
            applied?: boolean | number;
            /** @description Position of its work in the order in which work was done, from 1. */
            effect?: number;
            /** @description Whether users that existed were left as they were (YE-1). */
            retained?: boolean;
            /** @description Absent where the connection broke before an answer. */
            status?: number;
            /** @description The code of a VibeFollow error or the text of a Yellow one. */
            error?: string;
            /** @description `Retry-After` of the answer, as it was sent. */
            retryAfter?: string;
            /**
             * @description What the client met instead of a whole answer: `reset`, `hang`, `truncate` (a body cut off), `garbage` (a gateway's page), or `abort` where the client itself went away first.
             * @enum {string}
             */
            broken?: "reset" | "hang" | "truncate" | "garbage" | "abort";
            /** @description Milliseconds on the mock's clock from its arrival to the last byte of the answer. */
            duration: number;
            /** @description The stack of an error inside vf-mock, which the client saw as a 500. */
            bug?: string;
            /** @description Only with the option `journalBodies`. */
            request?: components["schemas"]["Message"];
            /** @description Only with the option `journalBodies`. */
            response?: components["schemas"]["Message"];
        };
        /** @description Which parts of the vendors' documents requests and their answers had. */
        Coverage: {
            /** @description Exchanges that were counted. */
            requests: number;
            /** @description Those of them that led to no operation. */
            unmatched: number;
            dropped: components["schemas"]["Dropped"];
            totals: {
                operations: components["schemas"]["CoverageTotal"];
                statuses: components["schemas"]["CoverageTotal"];
                parameters: components["schemas"]["CoverageTotal"];
                branches: components["schemas"]["CoverageTotal"];
            };
            /** @description What no exchange had, such as `listUsers: query.offset` or `bulkUpsertUsers: status 409`. What is inside something that is missing is not listed. */
            missing: string[];
            /** @description Every operation, in the order of the documents. */
            operations: components["schemas"]["OperationCoverage"][];
        };
        CoverageTotal: {
            /** @description How many were met at least once. */
            covered: number;
            /** @description How many there are. */
            total: number;
        };
        /** @description What was met of one operation. Each count is a number of exchanges. */
        OperationCoverage: {
            /** @enum {string} */
            api: "vibefollow" | "yellow";
            operation: components["schemas"]["OperationId"];
            method: string;
            /** @description As the document has it. */
            path: string;
            /** @description Exchanges, answered or not. */
            requests: number;
            /** @description Every documented status. One counts where the whole answer was sent, by the API or by a fault in its shape: not where the connection broke, nor for the page of a gateway. */
            statuses: components["schemas"]["StatusCount"][];
            /** @description Statuses that the document does not give the operation. */
            undocumented: components["schemas"]["StatusCount"][];
            parameters: {
                name: string;
                /** @enum {string} */
                in: "path" | "query" | "header";
                count: number;
            }[];
            /** @description Properties, values and alternatives of the request and its answers: `body.users[].email`, `body.users[].traits.*` (any other name), `query.uponConflict=RETAIN_IMPORTED`, `200.data.errors[].field`, `429.Retry-After=HTTP date`. What was sent counts whether it was valid or not. */
            branches: {
                branch: string;
                count: number;
            }[];
        };
        StatusCount: {
            status: number;
            count: number;
        };
        RejectedRecord: {
            /** @description Position in the request, from 0. */
            index: number;
            message: string;
        };
        /** @description What was sent one way, or would have been, had the connection not broken. Keys are masked. */
        Message: {
            headers: components["schemas"]["NameAndValue"][];
            body: string;
        };
        NameAndValue: {
            name: string;
            value: string;
        };
        ExchangeList: {
            exchanges: components["schemas"]["Exchange"][];
            dropped: components["schemas"]["Dropped"];
        };
        ClientCallList: {
            calls: components["schemas"]["ClientCall"][];
            dropped: components["schemas"]["Dropped"];
        };
        /** @description How many older exchanges, of the tenant that was asked for or of all, the journal had no room for. */
        Dropped: number;
        /** @description An HTTP archive, HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/). */
        Har: {
            log: {
                /** @constant */
                version: "1.2";
                creator: {
                    /** @constant */
                    name: "vf-mock";
                    version: string;
                };
                /** @description Always empty, for readers that expect it. */
                pages: unknown[];
                entries: components["schemas"]["HarEntry"][];
                /** @description How many exchanges are missing. */
                comment?: string;
            };
        };
        /** @description An exchange in the terms of HAR. */
        HarEntry: {
            /** Format: date-time */
            startedDateTime: string;
            /** @description Milliseconds on the mock's clock. */
            time: number;
            request: components["schemas"]["HarRequest"];
            response: components["schemas"]["HarResponse"];
            cache: Record<string, never>;
            timings: {
                /** @constant */
                send: 0;
                /** @description All of the time. */
                wait: number;
                /** @constant */
                receive: 0;
            };
            /** @description The TCP connection, by the port of the client. */
            connection?: string;
            /** @description What vf-mock knows of it beyond HAR, without the messages that are in the entry already. */
            _vfExchange: components["schemas"]["Exchange"];
        };
        HarRequest: {
            method: string;
            /**
             * Format: uri
             * @description At the host of the vendor, wherever it was sent.
             */
            url: string;
            httpVersion: string;
            cookies: unknown[];
            /** @description Without the option `journalBodies` only those that the journal keeps anyway. */
            headers: components["schemas"]["NameAndValue"][];
            queryString: components["schemas"]["NameAndValue"][];
            postData?: {
                mimeType: string;
                text: string;
            };
            /** @constant */
            headersSize: -1;
            bodySize: number;
        };
        HarResponse: {
            /** @description 0 where the connection broke before an answer. */
            status: number;
            statusText: string;
            httpVersion: string;
            cookies: unknown[];
            /** @description Without the option `journalBodies` only those that the journal keeps anyway. */
            headers: components["schemas"]["NameAndValue"][];
            content: {
                /** @description Bytes, 0 where the body is not kept. */
                size: number;
                mimeType: string;
                text?: string;
            };
            redirectURL: string;
            /** @constant */
            headersSize: -1;
            /** @description Bytes, -1 where the body is not kept. */
            bodySize: number;
            /** @description What broke the connection, in the words of Chromium: `net::ERR_CONNECTION_RESET`. */
            _error?: string;
        };
        /** @description What a client meant by one or several requests, such as one chunk to deliver. */
        ClientCall: {
            /** @enum {string} */
            api: "vibefollow" | "yellow";
            operation: components["schemas"]["OperationId"];
            /** @description As in an exchange. */
            tenant: string;
            /** @description Id of the VibeFollow project or the Yellow bot. */
            tenantId: string;
            /** @description Position among those of the tenant and operation, from 1. */
            call: number;
            /**
             * @description `delivered`: a success reached the client. `refused`: an answer that must not be tried again. `given up`: no final answer, and no further attempt as yet.
             * @enum {string}
             */
            outcome: "delivered" | "refused" | "given up";
            attempts: components["schemas"]["Exchange"][];
        };
        /**
         * @description A rule that a client is judged by.
         * @enum {string}
         */
        RuleId: "chunk-size" | "auth-in-header" | "valid-requests" | "retry-after-honored" | "retries-transient" | "no-retry-on-permanent" | "same-payload-on-retry" | "fresh-key-per-call" | "backoff-grows" | "backoff-jitters" | "bounded-attempts" | "queue-full-backs-off" | "complete" | "exactly-once-effect" | "drops-invalid-row";
        /** @description How the client kept each rule. */
        Verdicts: {
            /** @description Whether no rule of level MUST or SHOULD was broken. */
            passed: boolean;
            /** @description Exchanges that were judged. */
            requests: number;
            /** @description Exchanges that the journal had dropped before, or whose record ids it had let go. With any, what they showed is not judged. */
            dropped: number;
            verdicts: components["schemas"]["Verdict"][];
            figures: components["schemas"]["Figures"];
        };
        /** @description How the client kept one rule. */
        Verdict: {
            rule: components["schemas"]["RuleId"];
            title: string;
            /** @description What is required, in one line. */
            requirement: string;
            /** @description Who requires it: a vendor page, a standard with its section, or a guide. */
            source: string;
            /**
             * @description As in RFC 2119.
             * @enum {string}
             */
            level: "MUST" | "SHOULD" | "MAY";
            /**
             * @description `not applicable` where nothing happened that the rule is about.
             * @enum {string}
             */
            outcome: "passed" | "failed" | "not applicable";
            findings: components["schemas"]["Finding"][];
        };
        /** @description One breach of a rule. */
        Finding: {
            /** @description What happened, in plain words. */
            message: string;
            /** @description Numbers of the exchanges that show it. */
            exchanges: number[];
            /** @description Ids of the records that it is about, the first 20 of them. */
            records?: string[];
        };
        /** @description The figures of a retry storm. */
        Figures: {
            calls: number;
            /** @description Requests that belong to calls. */
            requests: number;
            /** @description The most attempts of one call. */
            maxAttempts: number;
            /** @description Attempts per call on average. */
            meanAttempts: number;
            /** @description All requests over the requests that would do if none failed. Unlike `meanAttempts` it counts a chunk that comes again under another key as the same. */
            amplification: number;
            /** @description The most requests of a tenant and operation under way at once while it was told to wait. */
            maxConcurrentDuringRetryAfter: number;
            /** @description Share of retries, 0 to 1, that arrived within 10 ms of a retry of another call of the tenant and operation. */
            lockstep: number;
        };
        /** @description a number, a list of numbers, or a range such as "<=2", ">=4" or "2-5" */
        NumberRange: number | number[] | string;
        /** @description What goes wrong. `kind` may be left out where there is a `status`. */
        Fault: components["schemas"]["StatusFault"] | components["schemas"]["ResetFault"] | components["schemas"]["HangFault"] | components["schemas"]["TruncateFault"] | components["schemas"]["GarbageFault"] | components["schemas"]["DelayFault"] | components["schemas"]["SlowFault"];
        /** @description `true`: the work is done first, then the answer is lost. A number: only so many records of the chunk are done before it breaks. `false`, the default: nothing is done. */
        Applied: boolean | number;
        /** @description An error in the vendor's own shape. */
        StatusFault: {
            /** @constant */
            kind?: "status";
            status: number;
            /** @description VibeFollow's code; the usual one of the status unless given. */
            code?: string;
            /** @description `Retry-After`: seconds, or any text, sent as it is, however malformed; or `{ date }`, an HTTP date so many seconds from now on the mock's clock, rounded up. Without it the header is absent. */
            retryAfter?: number | string | {
                date: number;
            };
            applied?: components["schemas"]["Applied"];
        };
        /** @description The connection is reset before any byte of an answer. */
        ResetFault: {
            /** @constant */
            kind: "reset";
            applied?: components["schemas"]["Applied"];
        };
        /** @description No answer comes until the client gives up. */
        HangFault: {
            /** @constant */
            kind: "hang";
            applied?: components["schemas"]["Applied"];
        };
        /** @description Headers and half of the body come, then the connection breaks. Where the work is not done, the answer is the one that an empty project or bot would give. */
        TruncateFault: {
            /** @constant */
            kind: "truncate";
            applied?: components["schemas"]["Applied"];
        };
        /** @description The HTML page of a gateway. */
        GarbageFault: {
            /** @constant */
            kind: "garbage";
            /**
             * @description 502 unless given.
             * @enum {integer}
             */
            status?: 200 | 502 | 503;
            applied?: components["schemas"]["Applied"];
        };
        /** @description The answer comes late. A client that gives up before has changed nothing, unless `applied`. */
        DelayFault: {
            /** @constant */
            kind: "delay";
            /** @description Milliseconds on the mock's clock. */
            ms: number;
            /** @description Whether the work is done before the delay. */
            applied?: boolean;
        };
        /** @description The body of the answer drips. The work is always done before its first byte. */
        SlowFault: {
            /** @constant */
            kind: "slow";
            /** @description Milliseconds on the mock's clock for the whole body. */
            ms: number;
            /** @constant */
            applied?: true;
        };
        /** @description What the two APIs hold, as `mock.snapshot()` answers it. Times are in milliseconds since 1970 on the mock's clock, but for those that an API answers as texts. Keys of VibeFollow are not in it, only the ids of their projects. */
        State: {
            /**
             * @description Version of this format.
             * @constant
             */
            version: 1;
            /** @description What each project holds, by its id. */
            vibefollow: {
                [key: string]: components["schemas"]["SavedProject"];
            };
            /** @description What each bot holds. A bot that is called like a key of VibeFollow goes by the id of its project. */
            yellow: {
                [key: string]: components["schemas"]["SavedBot"];
            };
        };
        /** @description All that a VibeFollow project holds. */
        SavedProject: {
            /** @description In the order in which they were created. */
            users: components["schemas"]["SavedProjectUser"][];
            /** @description Each user's in order of arrival; those of users that are not known are the buffered ones. */
            events: components["schemas"]["SavedProjectEvent"][];
            /** @description Jobs that wait in the ingest queue. */
            queue: components["schemas"]["SavedJob"][];
            /** @description The keys that are remembered. */
            idempotencyKeys: components["schemas"]["SavedIdempotencyKey"][];
            /** @description What was used of the limits, by operation. */
            windows: {
                upsertUser?: components["schemas"]["RequestsTaken"];
                bulkUpsertUsers?: components["schemas"]["RequestsTaken"];
                trackEvent?: components["schemas"]["RequestsTaken"];
                batchTrackEvents?: components["schemas"]["RequestsTaken"];
                bulkTrackEvents?: components["schemas"]["RequestsTaken"];
            };
        };
        SavedProjectUser: {
            external_user_id: string;
            email?: string;
            /** @description The known ones and the others. */
            traits: {
                [key: string]: unknown;
            };
            createdAt: components["schemas"]["SavedTime"];
            updatedAt: components["schemas"]["SavedTime"];
        };
        SavedProjectEvent: {
            external_user_id: string;
            name: string;
            properties: {
                [key: string]: unknown;
            };
            timestamp: components["schemas"]["SavedDate"];
        };
        /** @description A job of the ingest queue. It stores the users and events that it has. */
        SavedJob: {
            /** @description When the request arrived. */
            at: components["schemas"]["SavedTime"];
            due?: components["schemas"]["SavedDue"];
            users?: {
                external_user_id: string;
                email?: string;
                traits?: {
                    [key: string]: unknown;
                };
            }[];
            events?: components["schemas"]["SavedProjectEvent"][];
        };
        SavedIdempotencyKey: {
            key: string;
            /** @description Digest of the request that it was used for. */
            request: string;
            /** @description When it is forgotten. */
            until: number;
            /** @description The answer that the same request gets again. */
            reply: {
                /** @enum {integer} */
                status: 200 | 202;
                body: {
                    [key: string]: unknown;
                };
            };
        };
        /** @description All that a Yellow bot holds. */
        SavedBot: {
            /** @description In the order in which they were created. */
            users: components["schemas"]["SavedBotUser"][];
            /** @description Each user's in order of arrival. */
            events: components["schemas"]["SavedBotEvent"][];
            /** @description Those that are finished. */
            bulkCreations: components["schemas"]["SavedBulkCreation"][];
            /** @description Those that are under way. */
            waiting: components["schemas"]["SavedWaitingCreation"][];
            /** @description How often a user was deleted, by `userId`. Generated ids depend on it. */
            deletions: components["schemas"]["SavedCounts"];
            /** @description How often the same was asked for, by the digest of the request. Generated ids depend on it. */
            repetitions: components["schemas"]["SavedCounts"];
            /** @description What was used of the limits, by operation. */
            windows: {
                bulkCreateUsers?: components["schemas"]["RequestsTaken"];
                getBulkCreation?: components["schemas"]["RequestsTaken"];
                addUser?: components["schemas"]["RequestsTaken"];
                listUsers?: components["schemas"]["RequestsTaken"];
                getUser?: components["schemas"]["RequestsTaken"];
                updateUser?: components["schemas"]["RequestsTaken"];
                deleteUser?: components["schemas"]["RequestsTaken"];
                createEvent?: components["schemas"]["RequestsTaken"];
                listEvents?: components["schemas"]["RequestsTaken"];
            };
        };
        SavedBotUser: {
            userId: string;
            /** @description The others. */
            properties: {
                [key: string]: unknown;
            };
            createdAt: components["schemas"]["SavedTime"];
            updatedAt: components["schemas"]["SavedTime"];
        };
        SavedBotEvent: {
            id: string;
            userId: string;
            event: string;
            source?: string;
            payload: {
                [key: string]: unknown;
            };
            createdAt: components["schemas"]["SavedDate"];
        };
        SavedBulkCreation: {
            id: string;
            /** @description `userId`s that it created. */
            newUsers: string[];
            /** @description `userId`s that existed before it. */
            conflictedUsers: string[];
        };
        SavedWaitingCreation: {
            id: string;
            due?: components["schemas"]["SavedDue"];
            /** @enum {string} */
            uponConflict: "UPDATE_EXISTING" | "RETAIN_IMPORTED";
            users: ({
                userId: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        SavedCounts: {
            [key: string]: number;
        };
        /** @description Milliseconds since 1970. */
        SavedTime: number;
        /** @description When it is done, in milliseconds since 1970. Without it, never. */
        SavedDue: number;
        /** @description ISO 8601. */
        SavedDate: string;
        /** @description Requests that were let through, and when. */
        RequestsTaken: {
            /** @description When; of a fixed window, when it opened. */
            at: number;
            /** @description How many. */
            requests: number;
        }[];
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
             * @description Exchanges that the journal keeps. When it is full, the oldest are dropped. With 0 it keeps none, and nothing can be judged.
             * @default 10000
             */
            journalLimit: number;
            /**
             * @description Whether the journal keeps headers and bodies of requests and answers too, as its HAR export shows them: the last 100 million characters of bodies. Keys in headers are masked, and VibeFollow keys in bodies.
             * @default false
             */
            journalBodies: boolean;
            /**
             * @description Rules for what goes wrong and when. The first one that matches fires.
             * @default []
             */
            faults: components["schemas"]["FaultRule"][];
            /**
             * @description Whether a request that carries what the OpenAPI document does not know, such as a misspelt property or parameter, is refused as an invalid one: by VibeFollow with 400 for a bulk request and 422 for another, by Yellow.ai with 400. Nothing of it is stored. Free names, such as those of traits, are known.
             * @default false
             */
            strict: boolean;
            /**
             * @description Headers that tell where a client stands with a limit, on every answer of a limited endpoint: `ietf` for `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers), `x-ratelimit` for `X-RateLimit-Limit`, `-Remaining` and `-Reset` (seconds left). Neither vendor documents any.
             * @default none
             * @enum {string}
             */
            rateLimitHeaders: "none" | "ietf" | "x-ratelimit";
            /** @description Token that requests to the admin API must carry, as `Authorization: Bearer <token>`. Without one the admin API serves only the machine itself. */
            adminToken?: string;
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
        /** @description Done. */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @constant */
                    done: true;
                };
            };
        };
        /** @description The time on the mock's clock. */
        Time: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description ISO 8601, in UTC.
                     */
                    time: string;
                };
            };
        };
        /** @description What was asked is unknown or impossible. Each problem says what is allowed; nothing was changed. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AdminError"];
            };
        };
        /** @description The request comes from beyond the machine itself, or without the token that the server was started with. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AdminError"];
            };
        };
        /** @description The body is over the option `bodyLimit`. Nothing was changed. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AdminError"];
            };
        };
    };
    parameters: {
        /**
         * @description A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
         * @example x1640004486565
         */
        Tenant: string;
        /**
         * @description A VibeFollow key, the id of its project, or a Yellow bot.
         * @example x1640004486565
         */
        OfTenant: string;
        /**
         * @description One of the two APIs.
         * @example vibefollow
         */
        OfApi: "vibefollow" | "yellow";
        /**
         * @description An operation of it.
         * @example bulkUpsertUsers
         */
        OfOperation: components["schemas"]["OperationId"];
        /**
         * @description Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.
         * @example >=2
         */
        OfAttempt: string;
        /**
         * @description Which calls of a tenant and operation, written likewise.
         * @example 1
         */
        OfCall: string;
        /**
         * @description Which statuses, written likewise.
         * @example >=500
         */
        OfStatus: string;
        /**
         * @description The request carries a record of this id.
         * @example usr_1
         */
        OfRecord: string;
    };
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
            403: components["responses"]["Forbidden"];
        };
    };
    reset: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules in the order in which they are tried. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    addFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultRule"] | components["schemas"]["FaultRule"][];
            };
        };
        responses: {
            /** @description All rules that there are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
        };
    };
    clearFaults: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the rule, as it was given or as the list shows it.
                 * @example fault-1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Refused"];
        };
    };
    listScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each with what it does and the options that it consists of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    useScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the scenario.
                 * @example rate-limited
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Refused"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Time"];
            403: components["responses"]["Forbidden"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockChange"];
            };
        };
        responses: {
            200: components["responses"]["Time"];
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
        };
    };
    getState: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state, to be put back as it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["State"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    setState: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["State"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
        };
    };
    getOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every option, defaults filled in. Keys are masked, those of VibeFollow in their form. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Options"];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    getJournal: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project, or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["OfTenant"];
                /**
                 * @description One of the two APIs.
                 * @example vibefollow
                 */
                api?: components["parameters"]["OfApi"];
                /**
                 * @description An operation of it.
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * @description Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * @description Which calls of a tenant and operation, written likewise.
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * @description Which statuses, written likewise.
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * @description The request carries a record of this id.
                 * @example usr_1
                 */
                record?: components["parameters"]["OfRecord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exchanges, and how many were dropped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeList"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    clearJournal: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    getHar: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project, or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["OfTenant"];
                /**
                 * @description One of the two APIs.
                 * @example vibefollow
                 */
                api?: components["parameters"]["OfApi"];
                /**
                 * @description An operation of it.
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * @description Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * @description Which calls of a tenant and operation, written likewise.
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * @description Which statuses, written likewise.
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * @description The request carries a record of this id.
                 * @example usr_1
                 */
                record?: components["parameters"]["OfRecord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Har"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    listCalls: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project, or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["OfTenant"];
                /**
                 * @description One of the two APIs.
                 * @example vibefollow
                 */
                api?: components["parameters"]["OfApi"];
                /**
                 * @description An operation of it.
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * @description Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * @description Which calls of a tenant and operation, written likewise.
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * @description Which statuses, written likewise.
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * @description The request carries a record of this id.
                 * @example usr_1
                 */
                record?: components["parameters"]["OfRecord"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calls, and how many exchanges were dropped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCallList"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    getVerdicts: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A verdict for each rule, and the figures of a retry storm. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdicts"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                /**
                 * @description A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parts of every operation with how many exchanges had them, and a list of those that none had. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
}
