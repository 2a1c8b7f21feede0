// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/__admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server is up, and its version
         */
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
         *
         * Without `tenant`: users, events, limits, keys, the journal, and the fault rules and scenarios that came after the start, as `mock.reset()`. With it: what that project or bot holds, and the fault rules that name it.
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
        /**
         * The fault rules, with how often each has fired
         */
        get: operations["listFaults"];
        put?: never;
        /**
         * Add one fault rule or several
         *
         * All are added, or none when one of them is refused.
         */
        post: operations["addFaults"];
        /**
         * Remove all fault rules, or those of one tenant
         */
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
        /**
         * Remove one fault rule
         */
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
        /**
         * The named scenarios
         */
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
         *
         * Its fault rules are added behind those that are there, its options replace those in force.
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
        /**
         * The mock's time
         */
        get: operations["getClock"];
        /**
         * Set a manual clock, or move it forward
         *
         * Answers when all that was due by then is done. A clock never goes back.
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
         *
         * As `mock.snapshot()`. What is due by now is stored first. Tenants that hold nothing are left out.
         */
        get: operations["getState"];
        /**
         * Replace what the two APIs hold, of all tenants or of one
         *
         * As `mock.restore()`: tenants that the state does not name hold nothing afterwards. With `tenant`, only that one is replaced, and the state may name no other. Fault rules, options, clock and journal stay as they are, and a request that waits goes on waiting.
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
        /**
         * The options in force
         */
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
         *
         * In order of arrival. All that is asked for must match.
         */
        get: operations["getJournal"];
        put?: never;
        post?: never;
        /**
         * Forget all exchanges, or those of one tenant
         */
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
         *
         * HAR 1.2, which the developer tools of browsers open. Headers and bodies are in it with the option `journalBodies`.
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
         *
         * In order of first arrival. Those of which an attempt matches all that is asked for.
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
         *
         * As `mock.verdicts()`. With `tenant`, how the client of that project or bot did.
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
         *
         * As `mock.coverage()`, of what the journal keeps. With `tenant`, by the client of that project or bot.
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
            status: "ok";
            /**
             * Version of the vf-mock package.
             */
            version: string;
        };
        AdminError: {
            errors: string[];
        };
        /**
         * One of the two.
         */
        ClockChange: {
            /**
             * Milliseconds to move forward.
             */
            advance?: number;
            /**
             * Time to move to, ISO 8601 with a time zone.
             */
            time?: string;
        };
        ScenarioList: {
            scenarios: {
                /**
                 * Name of the scenario.
                 */
                name: string;
                /**
                 * What the scenario does.
                 */
                description: string;
                /**
                 * Options of `createMock`.
                 */
                options: {
                    [key: string]: unknown;
                };
            }[];
        };
        FaultList: {
            faults: {
                /**
                 * Id of the rule.
                 */
                id: string;
                /**
                 * How often it has fired.
                 */
                fired: number;
                /**
                 * What goes wrong, and for which attempts. Of several rules that match, the first one fires.
                 */
                rule: components["schemas"]["FaultRule"];
            }[];
        };
        /**
         * What goes wrong, and for which attempts. Of several rules that match, the first one fires.
         */
        FaultRule: {
            /**
             * Name of the rule, `fault-<n>` unless given.
             */
            id?: string;
            /**
             * Which attempts the rule is for. Without it, every attempt.
             */
            on?: components["schemas"]["FaultSelector"];
            /**
             * What goes wrong. `kind` may be left out where there is a `status`.
             */
            fault: components["schemas"]["Fault"];
            /**
             * How often it fires until it is spent. Without it there is no end.
             */
            times?: number;
        };
        /**
         * All that is given must match; without any, every attempt does.
         */
        FaultSelector: {
            /**
             * API that the request is for.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * `operationId` of the request, such as `bulkUpsertUsers`.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * A VibeFollow key or a Yellow bot.
             */
            tenant?: string;
            /**
             * Which attempts of a call, from 1: `1`, `[1, 3]`, `"<=2"`, `">=4"`, `"2-5"`.
             */
            attempt?: components["schemas"]["NumberRange"];
            /**
             * Which calls of a tenant and operation, in order of first arrival, written as attempts are.
             */
            call?: components["schemas"]["NumberRange"];
            /**
             * The request carries a record of this id.
             */
            record?: string;
            /**
             * How likely it fires, drawn from the seed, the rule, what the call says and its attempt.
             */
            chance?: number;
        };
        /**
         * One of the two APIs.
         */
        ApiName: "vibefollow" | "yellow";
        /**
         * An `operationId` of the two vendors' documents.
         */
        OperationId: "upsertUser" | "bulkUpsertUsers" | "trackEvent" | "batchTrackEvents" | "bulkTrackEvents" | "bulkCreateUsers" | "getBulkCreation" | "addUser" | "listUsers" | "getUser" | "updateUser" | "deleteUser" | "createEvent" | "listEvents";
        /**
         * Which exchanges or calls; all that is given must match.
         */
        JournalFilter: {
            /**
             * API that the request is for.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * `operationId` of the request, such as `bulkUpsertUsers`.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * A VibeFollow key, the id of its project, or a Yellow bot.
             */
            tenant?: string;
            /**
             * Which attempts of a call, written as in a fault rule.
             */
            attempt?: components["schemas"]["NumberRange"];
            /**
             * Which calls of a tenant and operation.
             */
            call?: components["schemas"]["NumberRange"];
            /**
             * Which statuses: `429`, `[502, 503]`, `">=500"`.
             */
            status?: components["schemas"]["NumberRange"];
            /**
             * The request carries a record of this id.
             */
            record?: string;
        };
        /**
         * One request and what came of it.
         */
        Exchange: {
            /**
             * Position in the order in which requests had come in whole, from 1.
             */
            number: number;
            /**
             * When it began to arrive, in milliseconds since 1970 on the clock of the mock.
             */
            at: number;
            /**
             * Method of the request, such as `POST`.
             */
            method: string;
            /**
             * Without the query.
             */
            path: string;
            /**
             * The query as it was sent, without the question mark; keys in it are masked.
             */
            query: string;
            /**
             * API that the request is for.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * `operationId` of the request. Absent where its method and path lead to none.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * The Yellow bot, or the VibeFollow key with only its first 8 and last 4 characters.
             */
            tenant?: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId?: string;
            /**
             * Position of its call among those of the tenant and operation, in order of first arrival, from 1.
             */
            call?: number;
            /**
             * Position among the attempts of its call, from 1.
             */
            attempt?: number;
            /**
             * Milliseconds from the end of the attempt before to the arrival of this one.
             */
            waited?: number;
            /**
             * Milliseconds that the answer to the attempt before told the client to wait (RFC 9110, section 10.2.3).
             */
            requiredWait?: number;
            /**
             * Records in the request, accepted or not.
             */
            records: number;
            /**
             * Their ids in order, empty where a record has none. The journal keeps a million ids and rejected records; then the oldest exchanges lose theirs. The admin API shows the first 20.
             */
            recordIds?: string[];
            /**
             * Records that break their schema, where the API judges them one by one. The admin API shows the first 20.
             */
            rejected?: components["schemas"]["RejectedRecord"][];
            /**
             * Bytes of the request body.
             */
            size: number;
            /**
             * Equal for the same operation, parameters and body, byte for byte.
             */
            digest?: string;
            /**
             * The `Idempotency-Key` that it carries.
             */
            idempotencyKey?: string;
            /**
             * Where the key was: `header` as documented, `url` if it was in the query too or instead, or `none`.
             */
            credential?: "header" | "url" | "none";
            /**
             * Where the request breaks the OpenAPI document. Bad records are not among them: they are data, not form.
             */
            violations?: string[];
            /**
             * What it carries that the OpenAPI document does not know, such as `users[3].emial` or `query.limti`: each name once, at its first place, and no more than 20. Headers may be any.
             */
            unknown?: string[];
            /**
             * The TCP connection, by the port of the client. Absent in process.
             */
            connection?: string;
            /**
             * Requests of the tenant and operation that were under way when it arrived, itself included.
             */
            concurrent?: number;
            /**
             * Id of the fault rule that fired.
             */
            fault?: string;
            /**
             * Whether its work was done, whatever the client was told; or for how many of its records. An answer that is repeated for an `Idempotency-Key` does no work.
             */
            applied?: boolean | number;
            /**
             * Position of its work in the order in which work was done, from 1.
             */
            effect?: number;
            /**
             * Whether users that existed were left as they were (YE-1).
             */
            retained?: boolean;
            /**
             * Absent where the connection broke before an answer.
             */
            status?: number;
            /**
             * The code of a VibeFollow error or the text of a Yellow one.
             */
            error?: string;
            /**
             * `Retry-After` of the answer, as it was sent.
             */
            retryAfter?: string;
            /**
             * What the client met instead of a whole answer: `reset`, `hang`, `truncate` (a body cut off), `garbage` (a gateway's page), or `abort` where the client itself went away first.
             */
            broken?: "reset" | "hang" | "truncate" | "garbage" | "abort";
            /**
             * Milliseconds on the mock's clock from its arrival to the last byte of the answer.
             */
            duration: number;
            /**
             * The stack of an error inside vf-mock, which the client saw as a 500.
             */
            bug?: string;
            /**
             * Only with the option `journalBodies`.
             */
            request?: components["schemas"]["Message"];
            /**
             * Only with the option `journalBodies`.
             */
            response?: components["schemas"]["Message"];
        };
        /**
         * Which parts of the vendors' documents requests and their answers had.
         */
        Coverage: {
            /**
             * Exchanges that were counted.
             */
            requests: number;
            /**
             * Those of them that led to no operation.
             */
            unmatched: number;
            /**
             * How many older exchanges, of the tenant that was asked for or of all, the journal had no room for.
             */
            dropped: components["schemas"]["Dropped"];
            /**
             * How many parts of each kind there are, and how many were met.
             */
            totals: {
                /**
                 * Operations of the documents.
                 */
                operations: components["schemas"]["CoverageTotal"];
                /**
                 * Documented statuses of the operations.
                 */
                statuses: components["schemas"]["CoverageTotal"];
                /**
                 * Parameters of the operations.
                 */
                parameters: components["schemas"]["CoverageTotal"];
                /**
                 * Properties, values and alternatives of requests and answers.
                 */
                branches: components["schemas"]["CoverageTotal"];
            };
            /**
             * What no exchange had, such as `listUsers: query.offset` or `bulkUpsertUsers: status 409`. What is inside something that is missing is not listed.
             */
            missing: string[];
            /**
             * Every operation, in the order of the documents.
             */
            operations: components["schemas"]["OperationCoverage"][];
        };
        CoverageTotal: {
            /**
             * How many were met at least once.
             */
            covered: number;
            /**
             * How many there are.
             */
            total: number;
        };
        /**
         * What was met of one operation. Each count is a number of exchanges.
         */
        OperationCoverage: {
            /**
             * API that the operation belongs to.
             */
            api: components["schemas"]["ApiName"];
            /**
             * `operationId` of the operation.
             */
            operation: components["schemas"]["OperationId"];
            /**
             * Method of the operation, such as `POST`.
             */
            method: string;
            /**
             * As the document has it.
             */
            path: string;
            /**
             * Exchanges, answered or not.
             */
            requests: number;
            /**
             * Every documented status. One counts where the whole answer was sent, by the API or by a fault in its shape: not where the connection broke, nor for the page of a gateway.
             */
            statuses: components["schemas"]["StatusCount"][];
            /**
             * Statuses that the document does not give the operation.
             */
            undocumented: components["schemas"]["StatusCount"][];
            /**
             * Every documented parameter.
             */
            parameters: {
                /**
                 * Name of the parameter.
                 */
                name: string;
                /**
                 * Where it is sent.
                 */
                in: "path" | "query" | "header";
                /**
                 * Number of exchanges that had it.
                 */
                count: number;
            }[];
            /**
             * Properties, values and alternatives of the request and its answers: `body.users[].email`, `body.users[].traits.*` (any other name), `query.uponConflict=RETAIN_IMPORTED`, `200.data.errors[].field`, `429.Retry-After=HTTP date`. What was sent counts whether it was valid or not.
             */
            branches: {
                /**
                 * The part, such as `body.users[].email`.
                 */
                branch: string;
                /**
                 * Number of exchanges that had it.
                 */
                count: number;
            }[];
        };
        StatusCount: {
            /**
             * Status of the answer.
             */
            status: number;
            /**
             * Number of exchanges that had it.
             */
            count: number;
        };
        RejectedRecord: {
            /**
             * Position in the request, from 0.
             */
            index: number;
            /**
             * What is wrong with the record.
             */
            message: string;
        };
        /**
         * What was sent one way, or would have been, had the connection not broken. Keys are masked.
         */
        Message: {
            /**
             * The headers.
             */
            headers: components["schemas"]["NameAndValue"][];
            /**
             * Body as a text.
             */
            body: string;
        };
        NameAndValue: {
            /**
             * Name of the header or parameter.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
        };
        ExchangeList: {
            exchanges: components["schemas"]["Exchange"][];
            /**
             * How many older exchanges, of the tenant that was asked for or of all, the journal had no room for.
             */
            dropped: components["schemas"]["Dropped"];
        };
        ClientCallList: {
            calls: components["schemas"]["ClientCall"][];
            /**
             * How many older exchanges, of the tenant that was asked for or of all, the journal had no room for.
             */
            dropped: components["schemas"]["Dropped"];
        };
        /**
         * How many older exchanges, of the tenant that was asked for or of all, the journal had no room for.
         */
        Dropped: number;
        /**
         * An HTTP archive, HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/).
         */
        Har: {
            log: {
                version: "1.2";
                creator: {
                    name: "vf-mock";
                    version: string;
                };
                /**
                 * Always empty, for readers that expect it.
                 */
                pages: unknown[];
                entries: components["schemas"]["HarEntry"][];
                /**
                 * How many exchanges are missing.
                 */
                comment?: string;
            };
        };
        /**
         * An exchange in the terms of HAR.
         */
        HarEntry: {
            /**
             * Format: date-time
             */
            startedDateTime: string;
            /**
             * Milliseconds on the mock's clock.
             */
            time: number;
            request: components["schemas"]["HarRequest"];
            response: components["schemas"]["HarResponse"];
            cache: Record<string, never>;
            timings: {
                send: 0;
                /**
                 * All of the time.
                 */
                wait: number;
                receive: 0;
            };
            /**
             * The TCP connection, by the port of the client.
             */
            connection?: string;
            /**
             * What vf-mock knows of it beyond HAR, without the messages that are in the entry already.
             */
            _vfExchange: components["schemas"]["Exchange"];
        };
        HarRequest: {
            method: string;
            /**
             * At the host of the vendor, wherever it was sent.
             */
            url: string;
            httpVersion: string;
            cookies: unknown[];
            /**
             * Without the option `journalBodies` only those that the journal keeps anyway.
             */
            headers: components["schemas"]["NameAndValue"][];
            queryString: components["schemas"]["NameAndValue"][];
            postData?: {
                mimeType: string;
                text: string;
            };
            headersSize: -1;
            bodySize: number;
        };
        HarResponse: {
            /**
             * 0 where the connection broke before an answer.
             */
            status: number;
            statusText: string;
            httpVersion: string;
            cookies: unknown[];
            /**
             * Without the option `journalBodies` only those that the journal keeps anyway.
             */
            headers: components["schemas"]["NameAndValue"][];
            content: {
                /**
                 * Bytes, 0 where the body is not kept.
                 */
                size: number;
                mimeType: string;
                text?: string;
            };
            redirectURL: string;
            headersSize: -1;
            /**
             * Bytes, -1 where the body is not kept.
             */
            bodySize: number;
            /**
             * What broke the connection, in the words of Chromium: `net::ERR_CONNECTION_RESET`.
             */
            _error?: string;
        };
        /**
         * What a client meant by one or several requests, such as one chunk to deliver.
         */
        ClientCall: {
            /**
             * API that the call is for.
             */
            api: components["schemas"]["ApiName"];
            /**
             * `operationId` of its requests.
             */
            operation: components["schemas"]["OperationId"];
            /**
             * As in an exchange.
             */
            tenant: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId: string;
            /**
             * Position among those of the tenant and operation, from 1.
             */
            call: number;
            /**
             * `delivered`: a success reached the client. `refused`: an answer that must not be tried again. `given up`: no final answer, and no further attempt as yet.
             */
            outcome: "delivered" | "refused" | "given up";
            /**
             * Its attempts in order of arrival.
             */
            attempts: components["schemas"]["Exchange"][];
        };
        /**
         * A rule that a client is judged by.
         */
        RuleId: "chunk-size" | "auth-in-header" | "valid-requests" | "retry-after-honored" | "retries-transient" | "no-retry-on-permanent" | "same-payload-on-retry" | "fresh-key-per-call" | "backoff-grows" | "backoff-jitters" | "bounded-attempts" | "queue-full-backs-off" | "complete" | "exactly-once-effect" | "drops-invalid-row";
        /**
         * How the client kept each rule.
         */
        Verdicts: {
            /**
             * Whether no rule of level MUST or SHOULD was broken.
             */
            passed: boolean;
            /**
             * Exchanges that were judged.
             */
            requests: number;
            /**
             * Exchanges that the journal had dropped before, or whose record ids it had let go. With any, what they showed is not judged.
             */
            dropped: number;
            /**
             * One verdict for each rule.
             */
            verdicts: components["schemas"]["Verdict"][];
            /**
             * The figures of a retry storm.
             */
            figures: components["schemas"]["Figures"];
        };
        /**
         * How the client kept one rule.
         */
        Verdict: {
            /**
             * A rule that a client is judged by.
             */
            rule: components["schemas"]["RuleId"];
            /**
             * The rule in a few words.
             */
            title: string;
            /**
             * What is required, in one line.
             */
            requirement: string;
            /**
             * Who requires it: a vendor page, a standard with its section, or a guide.
             */
            source: string;
            /**
             * As in RFC 2119.
             */
            level: "MUST" | "SHOULD" | "MAY";
            /**
             * `not applicable` where nothing happened that the rule is about.
             */
            outcome: "passed" | "failed" | "not applicable";
            /**
             * The breaches of the rule.
             */
            findings: components["schemas"]["Finding"][];
        };
        /**
         * One breach of a rule.
         */
        Finding: {
            /**
             * What happened, in plain words.
             */
            message: string;
            /**
             * Numbers of the exchanges that show it.
             */
            exchanges: number[];
            /**
             * Ids of the records that it is about, the first 20 of them.
             */
            records?: string[];
        };
        /**
         * The figures of a retry storm.
         */
        Figures: {
            /**
             * Calls that the client made.
             */
            calls: number;
            /**
             * Requests that belong to calls.
             */
            requests: number;
            /**
             * The most attempts of one call.
             */
            maxAttempts: number;
            /**
             * Attempts per call on average.
             */
            meanAttempts: number;
            /**
             * All requests over the requests that would do if none failed. Unlike `meanAttempts` it counts a chunk that comes again under another key as the same.
             */
            amplification: number;
            /**
             * The most requests of a tenant and operation under way at once while it was told to wait.
             */
            maxConcurrentDuringRetryAfter: number;
            /**
             * Share of retries, 0 to 1, that arrived within 10 ms of a retry of another call of the tenant and operation.
             */
            lockstep: number;
        };
        /**
         * a number, a list of numbers, or a range such as "<=2", ">=4" or "2-5"
         */
        NumberRange: number | number[] | string;
        /**
         * What goes wrong. `kind` may be left out where there is a `status`.
         */
        Fault: components["schemas"]["StatusFault"] | components["schemas"]["ResetFault"] | components["schemas"]["HangFault"] | components["schemas"]["TruncateFault"] | components["schemas"]["GarbageFault"] | components["schemas"]["DelayFault"] | components["schemas"]["SlowFault"];
        /**
         * `true`: the work is done first, then the answer is lost. A number: only so many records of the chunk are done before it breaks. `false`, the default: nothing is done.
         */
        Applied: boolean | number;
        /**
         * An error in the vendor's own shape.
         */
        StatusFault: {
            /**
             * The API answers with an error. May be left out.
             */
            kind?: "status";
            /**
             * Status of the answer, from 400 to 599.
             */
            status: number;
            /**
             * VibeFollow's code; the usual one of the status unless given.
             */
            code?: string;
            /**
             * `Retry-After`: seconds, or any text, sent as it is, however malformed; or `{ date }`, an HTTP date so many seconds from now on the mock's clock, rounded up. Without it the header is absent.
             */
            retryAfter?: number | string | {
                /**
                 * Seconds from now on the mock's clock.
                 */
                date: number;
            };
            /**
             * `true`: the work is done first, then the answer is lost. A number: only so many records of the chunk are done before it breaks. `false`, the default: nothing is done.
             */
            applied?: components["schemas"]["Applied"];
        };
        /**
         * The connection is reset before any byte of an answer.
         */
        ResetFault: {
            /**
             * The connection is reset.
             */
            kind: "reset";
            /**
             * `true`: the work is done first, then the answer is lost. A number: only so many records of the chunk are done before it breaks. `false`, the default: nothing is done.
             */
            applied?: components["schemas"]["Applied"];
        };
        /**
         * No answer comes until the client gives up.
         */
        HangFault: {
            /**
             * No answer comes.
             */
            kind: "hang";
            /**
             * `true`: the work is done first, then the answer is lost. A number: only so many records of the chunk are done before it breaks. `false`, the default: nothing is done.
             */
            applied?: components["schemas"]["Applied"];
        };
        /**
         * Headers and half of the body come, then the connection breaks. Where the work is not done, the answer is the one that an empty project or bot would give.
         */
        TruncateFault: {
            /**
             * The connection breaks in the middle of the body.
             */
            kind: "truncate";
            /**
             * `true`: the work is done first, then the answer is lost. A number: only so many records of the chunk are done before it breaks. `false`, the default: nothing is done.
             */
            applied?: components["schemas"]["Applied"];
        };
        /**
         * The HTML page of a gateway.
         */
        GarbageFault: {
            /**
             * The answer is the HTML page of a gateway.
             */
            kind: "garbage";
            /**
             * 502 unless given.
             */
            status?: 200 | 502 | 503;
            /**
             * `true`: the work is done first, then the answer is lost. A number: only so many records of the chunk are done before it breaks. `false`, the default: nothing is done.
             */
            applied?: components["schemas"]["Applied"];
        };
        /**
         * The answer comes late. A client that gives up before has changed nothing, unless `applied`.
         */
        DelayFault: {
            /**
             * The answer comes late.
             */
            kind: "delay";
            /**
             * Milliseconds on the mock's clock.
             */
            ms: number;
            /**
             * Whether the work is done before the delay.
             */
            applied?: boolean;
        };
        /**
         * The body of the answer drips. The work is always done before its first byte.
         */
        SlowFault: {
            /**
             * The body of the answer comes slowly.
             */
            kind: "slow";
            /**
             * Milliseconds on the mock's clock for the whole body.
             */
            ms: number;
            /**
             * Always `true`, also where it is left out.
             */
            applied?: true;
        };
        /**
         * What the two APIs hold, as `mock.snapshot()` answers it. Times are in milliseconds since 1970 on the mock's clock, but for those that an API answers as texts. Keys of VibeFollow are not in it, only the ids of their projects.
         */
        State: {
            /**
             * Version of this format.
             */
            version: 1;
            /**
             * What each project holds, by its id.
             */
            vibefollow: {
                [key: string]: components["schemas"]["SavedProject"];
            };
            /**
             * What each bot holds. A bot that is called like a key of VibeFollow goes by the id of its project.
             */
            yellow: {
                [key: string]: components["schemas"]["SavedBot"];
            };
        };
        /**
         * All that a VibeFollow project holds.
         */
        SavedProject: {
            /**
             * In the order in which they were created.
             */
            users: components["schemas"]["SavedProjectUser"][];
            /**
             * Each user's in order of arrival; those of users that are not known are the buffered ones.
             */
            events: components["schemas"]["SavedProjectEvent"][];
            /**
             * Jobs that wait in the ingest queue.
             */
            queue: components["schemas"]["SavedJob"][];
            /**
             * The keys that are remembered.
             */
            idempotencyKeys: components["schemas"]["SavedIdempotencyKey"][];
            /**
             * What was used of the limits, by operation.
             */
            windows: {
                /**
                 * Requests that were let through, and when.
                 */
                upsertUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                bulkUpsertUsers?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                trackEvent?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                batchTrackEvents?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                bulkTrackEvents?: components["schemas"]["RequestsTaken"];
            };
        };
        SavedProjectUser: {
            external_user_id: string;
            email?: string;
            /**
             * The known ones and the others.
             */
            traits: {
                [key: string]: unknown;
            };
            /**
             * Milliseconds since 1970.
             */
            createdAt: components["schemas"]["SavedTime"];
            /**
             * Milliseconds since 1970.
             */
            updatedAt: components["schemas"]["SavedTime"];
        };
        SavedProjectEvent: {
            external_user_id: string;
            name: string;
            properties: {
                [key: string]: unknown;
            };
            /**
             * ISO 8601.
             */
            timestamp: components["schemas"]["SavedDate"];
        };
        /**
         * A job of the ingest queue. It stores the users and events that it has.
         */
        SavedJob: {
            /**
             * When the request arrived.
             */
            at: components["schemas"]["SavedTime"];
            /**
             * When it is done, in milliseconds since 1970. Without it, never.
             */
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
            /**
             * Digest of the request that it was used for.
             */
            request: string;
            /**
             * When it is forgotten.
             */
            until: number;
            /**
             * The answer that the same request gets again.
             */
            reply: {
                status: 200 | 202;
                body: {
                    [key: string]: unknown;
                };
            };
        };
        /**
         * All that a Yellow bot holds.
         */
        SavedBot: {
            /**
             * In the order in which they were created.
             */
            users: components["schemas"]["SavedBotUser"][];
            /**
             * Each user's in order of arrival.
             */
            events: components["schemas"]["SavedBotEvent"][];
            /**
             * Those that are finished.
             */
            bulkCreations: components["schemas"]["SavedBulkCreation"][];
            /**
             * Those that are under way.
             */
            waiting: components["schemas"]["SavedWaitingCreation"][];
            /**
             * How often a user was deleted, by `userId`. Generated ids depend on it.
             */
            deletions: components["schemas"]["SavedCounts"];
            /**
             * How often the same was asked for, by the digest of the request. Generated ids depend on it.
             */
            repetitions: components["schemas"]["SavedCounts"];
            /**
             * What was used of the limits, by operation.
             */
            windows: {
                /**
                 * Requests that were let through, and when.
                 */
                bulkCreateUsers?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                getBulkCreation?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                addUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                listUsers?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                getUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                updateUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                deleteUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                createEvent?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, and when.
                 */
                listEvents?: components["schemas"]["RequestsTaken"];
            };
        };
        SavedBotUser: {
            userId: string;
            /**
             * The others.
             */
            properties: {
                [key: string]: unknown;
            };
            /**
             * Milliseconds since 1970.
             */
            createdAt: components["schemas"]["SavedTime"];
            /**
             * Milliseconds since 1970.
             */
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
            /**
             * ISO 8601.
             */
            createdAt: components["schemas"]["SavedDate"];
        };
        SavedBulkCreation: {
            id: string;
            /**
             * `userId`s that it created.
             */
            newUsers: string[];
            /**
             * `userId`s that existed before it.
             */
            conflictedUsers: string[];
        };
        SavedWaitingCreation: {
            id: string;
            /**
             * When it is done, in milliseconds since 1970. Without it, never.
             */
            due?: components["schemas"]["SavedDue"];
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
        /**
         * Milliseconds since 1970.
         */
        SavedTime: number;
        /**
         * When it is done, in milliseconds since 1970. Without it, never.
         */
        SavedDue: number;
        /**
         * ISO 8601.
         */
        SavedDate: string;
        /**
         * Requests that were let through, and when.
         */
        RequestsTaken: {
            /**
             * When; of a fixed window, when it opened.
             */
            at: number;
            /**
             * How many.
             */
            requests: number;
        }[];
        /**
         * A limit per tenant and endpoint. Requests over it are answered 429.
         */
        RateLimit: {
            /**
             * Requests let through in one window.
             */
            requests: number;
            /**
             * Length of the window in seconds.
             */
            windowSeconds: number;
        };
        /**
         * Options of `createMock` and of a configuration file.
         */
        Options: {
            /**
             * Seed of everything that is generated, such as ids. The same seed and requests give the same ids.
             *
             * @default 1
             */
            seed: number;
            /**
             * Where time comes from. `system` follows `Date.now` as it is when read, so a test runner's fake timers move it; `manual` stands still until it is told to move.
             *
             * @default system
             */
            clock: "system" | "manual";
            /**
             * Time at which a `manual` clock starts, ISO 8601 with a time zone.
             *
             * @default 2026-01-01T00:00:00.000Z
             */
            startTime: string;
            /**
             * Largest request body in bytes. A larger one is answered 413.
             *
             * @default 10485760
             */
            bodyLimit: number;
            /**
             * Exchanges that the journal keeps. When it is full, the oldest are dropped. With 0 it keeps none, and nothing can be judged.
             *
             * @default 10000
             */
            journalLimit: number;
            /**
             * Whether the journal keeps headers and bodies of requests and answers too, as its HAR export shows them: the last 100 million characters of bodies. Keys in headers are masked, and VibeFollow keys in bodies.
             *
             * @default false
             */
            journalBodies: boolean;
            /**
             * Rules for what goes wrong and when. The first one that matches fires.
             *
             * @default []
             */
            faults: components["schemas"]["FaultRule"][];
            /**
             * Whether a request that carries what the OpenAPI document does not know, such as a misspelt property or parameter, is refused as an invalid one: by VibeFollow with 400 for a bulk request and 422 for another, by Yellow.ai with 400. Nothing of it is stored. Free names, such as those of traits, are known.
             *
             * @default false
             */
            strict: boolean;
            /**
             * Headers that tell where a client stands with a limit, on every answer of a limited endpoint: `ietf` for `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers), `x-ratelimit` for `X-RateLimit-Limit`, `-Remaining` and `-Reset` (seconds left). Neither vendor documents any.
             *
             * @default none
             */
            rateLimitHeaders: "none" | "ietf" | "x-ratelimit";
            /**
             * Token that requests to the admin API must carry, as `Authorization: Bearer <token>`. Without one the admin API serves only the machine itself.
             */
            adminToken?: string;
            /**
             * Options of the VibeFollow API.
             *
             * @default {}
             */
            vibefollow: components["schemas"]["VibeFollowOptions"];
            /**
             * Options of the Yellow.ai API.
             *
             * @default {}
             */
            yellow: components["schemas"]["YellowOptions"];
        };
        /**
         * Options of the VibeFollow API.
         */
        VibeFollowOptions: {
            /**
             * The keys that are known. Without it, every well-formed key opens a project of its own. With it, a key that is `active` opens its project, one that is `revoked` or not listed gets 401, and one of an `other-project` gets 403.
             */
            keys?: {
                [key: string]: "active" | "revoked" | "other-project";
            };
            /**
             * VF-1: status for an `Idempotency-Key` that comes again with another request. 422 as the vendor's authentication page says, or 409 as its errors page says.
             *
             * @default 422
             */
            idempotencyReuse: 422 | 409;
            /**
             * VF-2: whether requests must carry an `Idempotency-Key`. `optional` as the bulk page's examples show, or `required` as the authentication page says: then a request without one gets 422.
             *
             * @default optional
             */
            idempotencyKey: "optional" | "required";
            /**
             * VF-4: limits by operation, each `{ requests, windowSeconds }`. The vendor publishes no numbers, so none is in force unless given.
             *
             * @default {}
             */
            rateLimits: {
                /**
                 * A limit per tenant and endpoint. Requests over it are answered 429.
                 */
                upsertUser?: components["schemas"]["RateLimit"];
                /**
                 * A limit per tenant and endpoint. Requests over it are answered 429.
                 */
                bulkUpsertUsers?: components["schemas"]["RateLimit"];
                /**
                 * A limit per tenant and endpoint. Requests over it are answered 429.
                 */
                trackEvent?: components["schemas"]["RateLimit"];
                /**
                 * A limit per tenant and endpoint. Requests over it are answered 429.
                 */
                batchTrackEvents?: components["schemas"]["RateLimit"];
                /**
                 * A limit per tenant and endpoint. Requests over it are answered 429.
                 */
                bulkTrackEvents?: components["schemas"]["RateLimit"];
            };
            /**
             * Jobs that a project's ingest queue holds before bulk requests get 429 `backfill_queue_full`.
             *
             * @default 50000
             */
            queueCapacity: number;
            /**
             * Jobs per second that a project's ingest queue works off. Without it, every job is done at once and the queue never fills; with 0, none is ever done.
             */
            drainRate?: number;
            /**
             * VF-5: what one job of the queue is: one accepted `record`, or one `request`.
             *
             * @default record
             */
            queueJob: "record" | "request";
            /**
             * VF-6: when a bulk request is refused for the queue. `when-full`: only if as many jobs as it holds wait already; `when-crossing`: also if this request would bring it over.
             *
             * @default when-full
             */
            queueRefusal: "when-full" | "when-crossing";
            /**
             * VF-7: `Retry-After` on `backfill_queue_full`. `sent` gives the seconds that the queue needs until it would take the request (none where it never will), `absent` gives none.
             *
             * @default sent
             */
            queueRetryAfter: "sent" | "absent";
            /**
             * VF-8: `field` beside the bulk message `external_user_id must be at least 1 character`: `absent` as the vendor's example shows, or `present`.
             *
             * @default absent
             */
            externalUserIdField: "absent" | "present";
        };
        /**
         * A key of a VibeFollow project, `sk_live_` or `sk_test_` and 32 or more random characters.
         */
        VibeFollowKey: string;
        /**
         * Options of the Yellow.ai API.
         */
        YellowOptions: {
            /**
             * YE-1: what `RETAIN_IMPORTED` does to a user that exists. `keep-existing`: the imported record is ignored, as the bulk page says; `replace`: it takes the place of the whole record, as the CSV help page says.
             *
             * @default keep-existing
             */
            retainImported: "keep-existing" | "replace";
            /**
             * YE-2: what a bulk creation does where `uponConflict` is left out.
             *
             * @default UPDATE_EXISTING
             */
            uponConflict: "UPDATE_EXISTING" | "RETAIN_IMPORTED";
            /**
             * YE-3: the header that carries the key: `either`, only `x-auth-token` as on the bulk page, or only `x-api-key` as in the newer reference.
             *
             * @default either
             */
            authHeader: "either" | "x-auth-token" | "x-api-key";
            /**
             * YE-3: the valid keys of each bot. Without it, every bot exists and takes any key that is not empty; with it, an unlisted bot or key gets 401.
             */
            keys?: {
                [key: string]: string[];
            };
            /**
             * YE-5: a bulk record without `userId`. `generate` an id, as the CSV help page says, or `refuse` the request with 400 and `Row [n]`.
             *
             * @default generate
             */
            missingUserId: "generate" | "refuse";
            /**
             * YE-6: a bulk record that is invalid. `refuse-all`: 400 naming `Row [n]`, nothing is stored, as clients have seen it; `skip`: the record is left out and the rest is stored, as the CSV help page says.
             *
             * @default refuse-all
             */
            invalidRecord: "refuse-all" | "skip";
            /**
             * YE-8: `Retry-After` on 429: `sent` in whole seconds, or `absent`.
             *
             * @default sent
             */
            retryAfter: "sent" | "absent";
            /**
             * YE-9: how the limits count. `fixed`: a window that opens with the first request; `sliding`: any stretch of that length.
             *
             * @default fixed
             */
            rateWindow: "fixed" | "sliding";
            /**
             * Limits by operation, each `{ requests, windowSeconds }` in place of the documented one, or `off` to lift it.
             *
             * @default {}
             */
            rateLimits: {
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                bulkCreateUsers?: components["schemas"]["RateLimitOrOff"];
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                getBulkCreation?: components["schemas"]["RateLimitOrOff"];
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                addUser?: components["schemas"]["RateLimitOrOff"];
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                listUsers?: components["schemas"]["RateLimitOrOff"];
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                getUser?: components["schemas"]["RateLimitOrOff"];
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                updateUser?: components["schemas"]["RateLimitOrOff"];
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                deleteUser?: components["schemas"]["RateLimitOrOff"];
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                createEvent?: components["schemas"]["RateLimitOrOff"];
                /**
                 * `requests` and `windowSeconds` of a limit, or `off`
                 */
                listEvents?: components["schemas"]["RateLimitOrOff"];
            };
            /**
             * Milliseconds from a bulk creation to its users being stored. With 0 they are stored at once.
             *
             * @default 0
             */
            processingTime: number;
        };
        /**
         * `requests` and `windowSeconds` of a limit, or `off`
         */
        RateLimitOrOff: components["schemas"]["RateLimit"] | "off";
    };
    responses: {
        /**
         * Done.
         */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    done: true;
                };
            };
        };
        /**
         * The time on the mock's clock.
         */
        Time: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /**
                     * ISO 8601, in UTC.
                     */
                    time: string;
                };
            };
        };
        /**
         * What was asked is unknown or impossible. Each problem says what is allowed; nothing was changed.
         */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AdminError"];
            };
        };
        /**
         * The request comes from beyond the machine itself, or without the token that the server was started with.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AdminError"];
            };
        };
        /**
         * The body is over the option `bodyLimit`. Nothing was changed.
         */
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
         * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
         *
         * @example x1640004486565
         */
        Tenant: string;
        /**
         * A VibeFollow key, the id of its project, or a Yellow bot.
         *
         * @example x1640004486565
         */
        OfTenant: string;
        /**
         * One of the two APIs.
         *
         * @example vibefollow
         */
        OfApi: components["schemas"]["ApiName"];
        /**
         * An operation of it.
         *
         * @example bulkUpsertUsers
         */
        OfOperation: components["schemas"]["OperationId"];
        /**
         * Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.
         *
         * @example >=2
         */
        OfAttempt: string;
        /**
         * Which calls of a tenant and operation, written likewise.
         *
         * @example 1
         */
        OfCall: string;
        /**
         * Which statuses, written likewise.
         *
         * @example >=500
         */
        OfStatus: string;
        /**
         * The request carries a record of this id.
         *
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
            /**
             * It is up.
             */
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
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
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
            /**
             * The rules in the order in which they are tried.
             */
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
            /**
             * All rules that there are now.
             */
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
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
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
                 * The id of the rule, as it was given or as the list shows it.
                 *
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
            /**
             * Each with what it does and the options that it consists of.
             */
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
                 * Name of the scenario.
                 *
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
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
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
            /**
             * The state, to be put back as it is.
             */
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
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
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
            /**
             * Every option, defaults filled in. Keys are masked, those of VibeFollow in their form.
             */
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
                 * A VibeFollow key, the id of its project, or a Yellow bot.
                 *
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["OfTenant"];
                /**
                 * One of the two APIs.
                 *
                 * @example vibefollow
                 */
                api?: components["parameters"]["OfApi"];
                /**
                 * An operation of it.
                 *
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.
                 *
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * Which calls of a tenant and operation, written likewise.
                 *
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * Which statuses, written likewise.
                 *
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * The request carries a record of this id.
                 *
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
            /**
             * The exchanges, and how many were dropped.
             */
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
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
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
                 * A VibeFollow key, the id of its project, or a Yellow bot.
                 *
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["OfTenant"];
                /**
                 * One of the two APIs.
                 *
                 * @example vibefollow
                 */
                api?: components["parameters"]["OfApi"];
                /**
                 * An operation of it.
                 *
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.
                 *
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * Which calls of a tenant and operation, written likewise.
                 *
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * Which statuses, written likewise.
                 *
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * The request carries a record of this id.
                 *
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
            /**
             * The archive.
             */
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
                 * A VibeFollow key, the id of its project, or a Yellow bot.
                 *
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["OfTenant"];
                /**
                 * One of the two APIs.
                 *
                 * @example vibefollow
                 */
                api?: components["parameters"]["OfApi"];
                /**
                 * An operation of it.
                 *
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.
                 *
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * Which calls of a tenant and operation, written likewise.
                 *
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * Which statuses, written likewise.
                 *
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * The request carries a record of this id.
                 *
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
            /**
             * The calls, and how many exchanges were dropped.
             */
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
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
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
            /**
             * A verdict for each rule, and the figures of a retry storm.
             */
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
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
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
            /**
             * The parts of every operation with how many exchanges had them, and a list of those that none had.
             */
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
