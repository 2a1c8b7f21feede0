// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/__admin/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page that shows the run
         *
         * Anybody may open it, without the token, from any machine and from a link of another page, since it holds no data. It takes any query, which is its own. Only a server has it: `serve` and `router` of `vf-mock/express`, and the command. In process there is none. `GET /__admin` with `Accept: text/html` leads here by a relative redirect.
         */
        get: operations["getPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server is up
         *
         * Anybody may ask, without the token and from any machine. The answer says nothing else.
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
         * The same as `mock.reset()`. Without `tenant`, it forgets the stored data, the journal, and the fault rules and scenarios that were added after the start. With `tenant`, it forgets the data of that tenant and the fault rules that name it.
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
         * The fault rules, each with the number of times that it has fired
         */
        get: operations["listFaults"];
        put?: never;
        /**
         * Add one fault rule or several
         *
         * If one rule is refused, no rule is added.
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
         * The same as `mock.use()`. Its fault rules are added behind the existing ones. Its API options replace those in force. With `tenant`, its fault rules affect only that tenant. A scenario with API options is then refused, since they apply to all tenants.
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
         * The answer comes after all work that is due by then is done. The clock never goes back.
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
         * The stored data of both APIs, of all tenants or of one
         *
         * The same as `mock.snapshot()`. Work that is due is done first. Empty tenants are left out.
         */
        get: operations["getState"];
        /**
         * Replace the stored data of both APIs, of all tenants or of one
         *
         * The same as `mock.restore()`. Tenants that are not in the state are empty afterwards. With `tenant`, only that tenant is replaced, and the state may contain no other. Fault rules, options, clock and journal do not change. A waiting request goes on waiting.
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
         * The exchanges are in order of arrival. An exchange must match all given parameters.
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
    "/__admin/exchanges/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One exchange with all its records
         *
         * It has the ids of all its records and all its rejected records. It has headers and bodies if the journal keeps them.
         */
        get: operations["getExchange"];
        put?: never;
        post?: never;
        delete?: never;
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
         * HAR 1.2, for the developer tools of browsers. Headers and bodies are included if the option `journalBodies` is on.
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
         * The calls of the clients, each with its attempts and its outcome
         *
         * The calls are in order of first arrival. One attempt of a call must match all given parameters.
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
         * A verdict on the client for each rule
         *
         * The same as `mock.verdicts()`. With `tenant`, only the client of that tenant is judged.
         */
        get: operations["getVerdicts"];
        put?: never;
        /**
         * A verdict on the client for each rule, with the records that the client must deliver
         *
         * The same as `mock.verdicts({ expected })`. The body is a list of ids or of records, or an object with this list as `expected`. As NDJSON it has an id or a record on each line. The stored users must have the values of the records. An integer keeps its exact value.
         */
        post: operations["judgeExpected"];
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
         * The parts of the vendors' documents that the clients have exercised
         *
         * The same as `mock.coverage()`. With `tenant`, only the exchanges of that tenant count.
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
    "/__admin/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events as they happen
         *
         * Server-sent events (WHATWG HTML, section 9.2), the same as of `mock.journal.subscribe()`. An exchange has only its first 20 records, and neither headers nor bodies. The stream begins with the event `hello`. After a break, send the header `Last-Event-ID`, as `EventSource` does: the events since then come first, or the event `missed` if the mock no longer has them all. A client that reads too slowly gets the event `dropped`, and the stream ends. While nothing happens, a comment comes every 15 seconds.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait until the clients have sent nothing for a while
         *
         * The answer comes when no request of an API is under way and none has arrived for `idle` milliseconds. The time counts from the arrival of this request on. It is real time, also on a manual clock.
         */
        post: operations["waitUntilIdle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the records, the requests and the calls are now
         *
         * A quick overview for a page that is often renewed: the counts and causes of `mock.reconcile()` with the first ids, the requests under way, the calls that are quiet, the fault rules, and the clock. With `tenant`, the fault rules and the clock are still those of all tenants.
         */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The requests in short, one row each
         *
         * The requests of the APIs in order of arrival, also those under way, without ids, headers and bodies. A long list comes in parts: `next` is the `after` of the next part.
         */
        get: operations["listRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account of the records that were sent, as counts and causes
         *
         * The same as `mock.reconcile()`. With `tenant`, only the records of that tenant count.
         */
        get: operations["getReconciliation"];
        put?: never;
        /**
         * The account, compared with the records that were expected
         *
         * The same as `mock.reconcile({ expected })`. Expected records that no request carried are `neverSent`. The body has the forms of `POST /__admin/verdicts`.
         */
        post: operations["reconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The records that were sent, each with its outcome
         *
         * The list is complete, unless `q` or `limit` cuts it. It is NDJSON, one record a line. With `Accept: text/csv` it is CSV, and with `Accept: application/json` it is one object. In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe. With `id`, only the stories of the records with this id are answered, as by `/__admin/records/{id}`. An empty `id` means the records without an id.
         */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The story of the records with an id
         *
         * The same as `mock.explain(id)`: the outcome of each record with this id, the requests that carried it, and the reason in one sentence. An id with `/` is percent-encoded. For an id such as `..`, which clients take out of a path, use `/__admin/records?id=`.
         */
        get: operations["explainRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/__admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stored users
         *
         * The users of `mock.stored()`, also those that no client sent. They are in order of API, tenant and creation. Keys in them are masked.
         */
        get: operations["listStoredUsers"];
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
        /**
         * A list of ids or records, or an object with this list.
         */
        ExpectedBody: components["schemas"]["ExpectedRecords"] | {
            /**
             * Ids or records.
             */
            expected: components["schemas"]["ExpectedRecords"];
        };
        /**
         * Ids or records.
         */
        ExpectedRecords: (string | {
            [key: string]: unknown;
        })[];
        Health: {
            status: "ok";
        };
        AdminError: {
            errors: string[];
        };
        /**
         * One of the two properties.
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
                 * The simulated failure, in one sentence.
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
                 * Number of times that the rule has fired.
                 */
                fired: number;
                /**
                 * A fault, and the attempts that it affects. If several rules match an attempt, the first one fires.
                 */
                rule: components["schemas"]["FaultRule"];
            }[];
        };
        /**
         * A fault, and the attempts that it affects. If several rules match an attempt, the first one fires.
         */
        FaultRule: {
            /**
             * Name of the rule. By default `fault-<n>`.
             */
            id?: string;
            /**
             * The attempts that the rule affects. By default every attempt.
             */
            on?: components["schemas"]["FaultSelector"];
            /**
             * The way in which an attempt fails. `kind` may be left out if there is a `status`.
             */
            fault: components["schemas"]["Fault"];
            /**
             * Maximum number of times that the rule fires. By default no limit.
             */
            times?: number;
        };
        /**
         * Selects attempts. An attempt must match all given fields. Without fields, every attempt matches.
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
             * A VibeFollow key, the id of its project, or a Yellow bot.
             */
            tenant?: string;
            /**
             * Numbers of attempts in a call, from 1, such as `1`, `[1, 3]`, `"1,3"`, `"<=2"` or `"2-5"`.
             */
            attempt?: components["schemas"]["NumberRange"];
            /**
             * Numbers of calls of a tenant and operation, in order of first arrival, from 1. The form is the same as of `attempt`.
             */
            call?: components["schemas"]["NumberRange"];
            /**
             * Id of a record in the request.
             */
            record?: string;
            /**
             * Probability that the rule fires, from 0 to 1. It depends only on the seed, the rule, the content of the call and the number of the attempt. So equal runs get equal faults.
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
         * Selects stored users. A user must match all given fields.
         */
        StoredUserFilter: {
            /**
             * API that stores the user.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * A VibeFollow key, the id of its project, or a Yellow bot.
             */
            tenant?: string;
            /**
             * Id of the user.
             */
            record?: string;
        };
        UserList: {
            users: components["schemas"]["UserRow"][];
            /**
             * Number of users that match the parameters.
             */
            total: number;
            /**
             * Value of `after` for the next part. Absent after the last.
             */
            next?: number;
        };
        /**
         * A stored user, with the property names of records.
         */
        UserRow: {
            /**
             * API that stores the user.
             */
            api: components["schemas"]["ApiName"];
            /**
             * The key or the bot, fit to be shown. Else its id.
             */
            tenant: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId: string;
            /**
             * Id of the user.
             */
            id: string;
            /**
             * All that a record can set.
             */
            record: {
                [key: string]: unknown;
            };
        };
        /**
         * Selects exchanges or calls. An exchange must match all given fields.
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
             * Numbers of attempts in a call, from 1, such as `1`, `[1, 3]`, `"1,3"`, `"<=2"` or `"2-5"`.
             */
            attempt?: components["schemas"]["NumberRange"];
            /**
             * Numbers of calls of a tenant and operation, in order of first arrival, from 1.
             */
            call?: components["schemas"]["NumberRange"];
            /**
             * Statuses of the answer: `429`, `[502, 503]`, `">=500"`.
             */
            status?: components["schemas"]["NumberRange"];
            /**
             * Id of a record in the request.
             */
            record?: string;
        };
        /**
         * One request and its answer, or the break of its connection.
         */
        Exchange: {
            /**
             * Position among all requests, in the order in which they were complete, from 1.
             */
            number: number;
            /**
             * Arrival of the first byte, in milliseconds since 1970 on the clock of the mock.
             */
            at: number;
            /**
             * Method of the request, such as `POST`.
             */
            method: string;
            /**
             * Path of the URL without the query. Keys in it are masked.
             */
            path: string;
            /**
             * Query of the URL without the question mark. Keys in it, and values whose names show a secret, are masked.
             */
            query: string;
            /**
             * API that the request is for. Absent if the request means no API, so it is an other request.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * `operationId` of the request. Absent if its method and path lead to no operation.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * The Yellow bot, or the first 8 and last 4 characters of the VibeFollow key.
             */
            tenant?: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId?: string;
            /**
             * Position of its call among the calls of the same tenant and operation, in order of first arrival, from 1.
             */
            call?: number;
            /**
             * Position among the attempts of its call, from 1.
             */
            attempt?: number;
            /**
             * Milliseconds from the end of the previous attempt to the arrival of this one.
             */
            waited?: number;
            /**
             * Milliseconds that `Retry-After` of the previous answer demands (RFC 9110, section 10.2.3).
             */
            requiredWait?: number;
            /**
             * Number of records in the request, accepted or not.
             */
            records: number;
            /**
             * Ids of the first 100,000 records, in order. A record without an id has an empty one. The journal keeps at most 50 MB of ids, rejected records and rounded numbers, about a million ids. Over that, the oldest exchanges lose them. The lists of the admin API show the first 20.
             */
            recordIds?: string[];
            /**
             * Invalid records, if the API judges each record separately. The lists of the admin API show the first 20.
             */
            rejected?: components["schemas"]["RejectedRecord"][];
            /**
             * Bytes of the request body.
             */
            size: number;
            /**
             * Equal for requests that say the same: equal operation, parameters and JSON value of the body. Spaces and the order of properties do not matter.
             */
            digest?: string;
            /**
             * Equal for requests for the same work: equal operation, documented parameters, and ids of the records in order. The values of the records do not matter. Events, single records, and a list in which a record lacks an id have the value of the body instead of ids.
             */
            content?: string;
            /**
             * The first difference from the previous request for the same work, or with the same `Idempotency-Key`. Absent if they say the same, or if the mock no longer has the previous body.
             */
            change?: components["schemas"]["PayloadChange"];
            /**
             * Numbers in records that JavaScript can only hold rounded, such as 9007199254740993, as the client sent them.
             */
            rounded?: components["schemas"]["RoundedNumber"][];
            /**
             * The `Idempotency-Key` of the request.
             */
            idempotencyKey?: string;
            /**
             * Place of the key: `header` as documented, `url` if a key is in the path or the query, or `none`.
             */
            credential?: "header" | "url" | "none";
            /**
             * Violations of the OpenAPI document. Invalid records are not listed here but in `rejected`.
             */
            violations?: string[];
            /**
             * Undocumented names in the request, such as `users[3].emial` or `query.limti`. Each name is listed once, at its first place. At most 20 names are listed. Headers are not checked.
             */
            unknown?: string[];
            /**
             * The TCP connection, by the port of the client. Absent in process.
             */
            connection?: string;
            /**
             * Number of requests of the same tenant and operation under way at its arrival, including itself.
             */
            concurrent?: number;
            /**
             * Id of the fault rule that fired.
             */
            fault?: string;
            /**
             * Whether the work of the request was done, even if the client got an error. A number if the work was done only for the first records. A repeated answer for an `Idempotency-Key` does no work.
             */
            applied?: boolean | number;
            /**
             * Position of its effect among all effects, from 1. An effect is work that was done.
             */
            effect?: number;
            /**
             * Whether existing users were left unchanged (YE-1).
             */
            retained?: boolean;
            /**
             * Positions of the records that are stored twice if they are sent twice, from 0. Absent if there are no others. The API stores the others once (VF-12). The first 20.
             */
            doubles?: number[];
            /**
             * Status of the answer. Absent if the connection broke before.
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
             * What the client got instead of a complete answer: `reset`, `hang`, `truncate` (half of the body) or `garbage` (a gateway's page). `abort` means that the client went away first.
             */
            broken?: "reset" | "hang" | "truncate" | "garbage" | "abort";
            /**
             * Milliseconds on the mock's clock from the arrival of the request to the last byte of the answer.
             */
            duration: number;
            /**
             * The stack of an error inside vf-mock. The client got a 500.
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
         * How long the clients must be idle, in real milliseconds.
         */
        Wait: {
            /**
             * Milliseconds without a request of an API. By default 1000.
             */
            idle?: number;
            /**
             * Milliseconds after which the answer is 408. By default 30000.
             */
            timeout?: number;
        };
        Idle: {
            /**
             * Milliseconds that the clients were idle at least.
             */
            idle: number;
            /**
             * Number of exchanges that the journal has.
             */
            exchanges: number;
        };
        /**
         * The type of an event.
         */
        EventType: "exchangeBegan" | "exchangeEnded" | "callOpened" | "callDelivered" | "callRefused" | "callQuiet" | "callGaveUp" | "faultFired" | "faultsChanged" | "stateChanged" | "clockChanged" | "journalCleared";
        /**
         * Selects events. An event must match all given fields. With `tenant`, `api` or `operation`, only events of exchanges, calls and fired faults match, and changes of the tenant.
         */
        EventFilter: {
            /**
             * One type, or a list of types.
             */
            type?: components["schemas"]["EventType"] | components["schemas"]["EventType"][];
            /**
             * API that the event is of.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * `operationId` that the event is of.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * A VibeFollow key, the id of its project, or a Yellow bot.
             */
            tenant?: string;
        };
        /**
         * Something that happened in a mock. `type` tells the other properties.
         */
        MockEvent: components["schemas"]["ExchangeBegan"] | components["schemas"]["ExchangeEnded"] | components["schemas"]["CallOpened"] | components["schemas"]["CallEnded"] | components["schemas"]["CallSilent"] | components["schemas"]["FaultFired"] | components["schemas"]["FaultsChanged"] | components["schemas"]["DataChanged"] | components["schemas"]["ClockChanged"];
        /**
         * The properties that every event has.
         */
        EventHead: {
            /**
             * Position among all events of the mock, from 1.
             */
            id: number;
            /**
             * Its time, in milliseconds since 1970 on the clock of the mock.
             */
            at: number;
        };
        /**
         * What an event is of. A request that leads to no operation has only some of these properties.
         */
        EventSubject: {
            /**
             * API of the request.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * `operationId` of the request.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * The key or the bot, fit to be shown.
             */
            tenant?: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId?: string;
            /**
             * Position of the call among those of its tenant and operation.
             */
            call?: number;
            /**
             * Position among the attempts of its call.
             */
            attempt?: number;
        };
        /**
         * A request arrived. Its answer is not out yet.
         */
        ExchangeBegan: components["schemas"]["EventHead"] & components["schemas"]["EventSubject"] & {
            type: "exchangeBegan";
            /**
             * Position among all requests.
             */
            number: number;
            /**
             * Number of records in the request.
             */
            records: number;
        };
        /**
         * The answer of a request is out, or its connection broke.
         */
        ExchangeEnded: components["schemas"]["EventHead"] & {
            type: "exchangeEnded";
            /**
             * One request and its answer, or the break of its connection.
             */
            exchange: components["schemas"]["Exchange"];
        };
        /**
         * The first attempt of a call arrived.
         */
        CallOpened: components["schemas"]["EventHead"] & components["schemas"]["EventSubject"] & {
            type: "callOpened";
        };
        /**
         * A successful answer reached the client, or an error after which the client must not try again. `attempt` is the attempt that got it.
         */
        CallEnded: components["schemas"]["EventHead"] & components["schemas"]["EventSubject"] & {
            type: "callDelivered" | "callRefused";
        };
        /**
         * The last attempt of a call failed, and no other came. `callQuiet` comes 5 seconds after the time that the answer asked for. If twice the longest wait of this call so far is longer, it comes then. `callGaveUp` comes a minute later.
         */
        CallSilent: components["schemas"]["EventHead"] & components["schemas"]["EventSubject"] & {
            type: "callQuiet" | "callGaveUp";
            /**
             * The end of the last attempt, in milliseconds since 1970.
             */
            since: number;
            /**
             * Status of the last answer. Absent if the connection broke.
             */
            status?: number;
            /**
             * The break of the last attempt.
             */
            broken?: string;
            /**
             * Number of records in the last attempt.
             */
            records?: number;
        };
        /**
         * A fault rule fired for a request.
         */
        FaultFired: components["schemas"]["EventHead"] & components["schemas"]["EventSubject"] & {
            type: "faultFired";
            /**
             * Id of the fault rule.
             */
            fault: string;
            /**
             * Position of the request among all requests.
             */
            number: number;
        };
        /**
         * Fault rules were added or removed.
         */
        FaultsChanged: components["schemas"]["EventHead"] & {
            type: "faultsChanged";
            /**
             * Number of fault rules in force.
             */
            faults: number;
        };
        /**
         * `stateChanged`: stored data was replaced or forgotten by a test or the admin API. `journalCleared`: exchanges were forgotten.
         */
        DataChanged: components["schemas"]["EventHead"] & {
            type: "stateChanged" | "journalCleared";
            /**
             * The tenant, if only one was changed.
             */
            tenantId?: string;
        };
        /**
         * A manual clock moved.
         */
        ClockChanged: components["schemas"]["EventHead"] & {
            type: "clockChanged";
        };
        /**
         * The parts of the vendors' documents that appeared in requests and answers.
         */
        Coverage: {
            /**
             * Number of exchanges that were counted.
             */
            requests: number;
            /**
             * Number of counted exchanges that lead to no operation.
             */
            unmatched: number;
            /**
             * Number of older exchanges that the journal dropped because it was full, of the given tenant or of all.
             */
            dropped: components["schemas"]["Dropped"];
            /**
             * Number of covered parts and of all parts, by kind. A covered part appeared in an exchange.
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
             * The parts that no exchange had, such as `listUsers: query.offset` or `bulkUpsertUsers: status 409`. Parts inside a missing part are not listed.
             */
            missing: string[];
            /**
             * Every operation, in the order of the documents.
             */
            operations: components["schemas"]["OperationCoverage"][];
        };
        CoverageTotal: {
            /**
             * Number of covered parts.
             */
            covered: number;
            /**
             * Number of all parts.
             */
            total: number;
        };
        /**
         * The coverage of one operation. Each count is a number of exchanges.
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
             * Path in the document, such as `/cdp/api/v1/user/{userId}`.
             */
            path: string;
            /**
             * Number of exchanges, answered or not.
             */
            requests: number;
            /**
             * Every documented status. An answer counts if it was sent completely, also for a fault in the API's own shape. Broken connections and pages of a gateway do not count.
             */
            statuses: components["schemas"]["StatusCount"][];
            /**
             * Undocumented statuses of the operation.
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
                 * Place of the parameter.
                 */
                in: "path" | "query" | "header";
                /**
                 * Number of exchanges that had it.
                 */
                count: number;
            }[];
            /**
             * Properties, values and alternatives of the request and its answers: `body.users[].email`, `body.users[].traits.*` (any other name), `query.uponConflict=RETAIN_IMPORTED`, `200.data.errors[].field`, `429.Retry-After=HTTP date`. Invalid requests count too.
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
         * Headers and body of a request or an answer. If the connection broke, it is the answer that vf-mock had prepared. Keys in both, and headers whose names show a secret, are masked.
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
             * Number of older exchanges that the journal dropped because it was full, of the given tenant or of all.
             */
            dropped: components["schemas"]["Dropped"];
            /**
             * The last 100 other requests that match the parameters. They mean no API, such as `GET /favicon.ico`, and belong to no tenant. They are not judged.
             */
            others: components["schemas"]["Exchange"][];
            /**
             * Number of idle connections of all clients that the server closed, after 2 minutes or because connections ran short. A request that a client sent on such a connection at that moment never arrived. It is no exchange, and no rule counts it.
             */
            closedConnections: number;
        };
        ClientCallList: {
            calls: components["schemas"]["ClientCall"][];
            /**
             * Number of older exchanges that the journal dropped because it was full, of the given tenant or of all.
             */
            dropped: components["schemas"]["Dropped"];
        };
        /**
         * Number of older exchanges that the journal dropped because it was full, of the given tenant or of all.
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
                 * Always empty, but some readers expect it.
                 */
                pages: unknown[];
                entries: components["schemas"]["HarEntry"][];
                /**
                 * A text with the number of missing exchanges.
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
                 * Equal to `time`.
                 */
                wait: number;
                receive: 0;
            };
            /**
             * The TCP connection, by the port of the client.
             */
            connection?: string;
            /**
             * The exchange, without the headers and bodies that the entry has already.
             */
            _vfExchange: components["schemas"]["Exchange"];
        };
        HarRequest: {
            method: string;
            /**
             * URL at the host of the vendor, whatever host it was sent to.
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
             * 0 if the connection broke before an answer.
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
                 * Bytes. 0 if the body is not kept.
                 */
                size: number;
                mimeType: string;
                text?: string;
            };
            redirectURL: string;
            headersSize: -1;
            /**
             * Bytes. -1 if the body is not kept.
             */
            bodySize: number;
            /**
             * Chromium's name of the network error, such as `net::ERR_CONNECTION_RESET`.
             */
            _error?: string;
        };
        /**
         * A call is one thing that a client wants done, such as one chunk to deliver. It takes one or more attempts.
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
             * The Yellow bot, or the first 8 and last 4 characters of the VibeFollow key.
             */
            tenant: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId: string;
            /**
             * Position among the calls of the same tenant and operation, from 1.
             */
            call: number;
            /**
             * `delivered`: a successful answer reached the client. `refused`: the client got an error after which it must not try again. `given up`: there is no final answer, and no further attempt up to now.
             */
            outcome: "delivered" | "refused" | "given up";
            /**
             * Number of records that the successful answer rejected. Absent if there are none.
             */
            rejected?: number;
            /**
             * The attempts of the call, in order of arrival.
             */
            attempts: components["schemas"]["Exchange"][];
        };
        /**
         * A rule that a client is judged by.
         */
        RuleId: "chunk-size" | "auth-in-header" | "valid-requests" | "retry-after-honored" | "retries-transient" | "no-retry-on-permanent" | "same-payload-on-retry" | "fresh-key-per-call" | "backoff-grows" | "backoff-jitters" | "bounded-attempts" | "queue-full-backs-off" | "complete" | "exactly-once-effect" | "drops-invalid-row";
        /**
         * The verdicts on a client for all rules.
         */
        Verdicts: {
            /**
             * Whether no rule of level MUST or SHOULD was broken. `null` if none was broken, but no request was judged either. `reason` then says why.
             */
            passed: boolean | null;
            /**
             * Why no request was judged, such as a tenant that sent none. Absent if `requests` is more than 0.
             */
            reason?: string;
            /**
             * Number of exchanges that were judged.
             */
            requests: number;
            /**
             * Number of other requests, of nobody. They mean no API, such as `GET /favicon.ico`, and are not judged.
             */
            otherRequests: number;
            /**
             * Number of exchanges that the journal had dropped, or whose record ids it had dropped. The rules cannot judge them.
             */
            dropped: number;
            /**
             * The tenants with exchanges in the journal. Absent if `requests` is more than 0.
             */
            tenants?: components["schemas"]["SeenTenant"][];
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
         * A tenant that has sent requests.
         */
        SeenTenant: {
            /**
             * API of its requests.
             */
            api: components["schemas"]["ApiName"];
            /**
             * The Yellow bot, or the first 8 and last 4 characters of the VibeFollow key.
             */
            tenant: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId: string;
            /**
             * Number of its exchanges in the journal.
             */
            requests: number;
        };
        /**
         * The verdict on a client for one rule.
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
             * Origin of the rule: a vendor page, a standard with its section, or a guide.
             */
            source: string;
            /**
             * The meaning is that of RFC 2119.
             */
            level: "MUST" | "SHOULD" | "MAY";
            /**
             * `not applicable` means that the situation of the rule did not occur. `inconclusive` means that it occurred, but
             * that there is too little evidence to tell.
             */
            outcome: "passed" | "failed" | "not applicable" | "inconclusive";
            /**
             * The evidence that an inconclusive verdict lacks, such as `3 calls; 16 are needed`.
             */
            missing?: string;
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
             * Ids of all records that the breach is about.
             */
            records?: string[];
        };
        /**
         * A property in which two requests differ.
         */
        PayloadChange: {
            /**
             * Position of the record, from 0.
             */
            index?: number;
            /**
             * Id of the record. Absent if it has none.
             */
            record?: string;
            /**
             * Path of the property in the record or in the body, such as `traits.plan`.
             */
            property: string;
        };
        /**
         * A number as the client sent it.
         */
        RoundedNumber: {
            /**
             * Position of the record, from 0.
             */
            index: number;
            /**
             * Path of the property in the record, such as `traits.balance`.
             */
            property: string;
            /**
             * The number as text.
             */
            source: string;
        };
        /**
         * Where a record is, as of now. Of several values of one record, the last one sent counts.
         *
         * - `stored`: its work was done, and a success reached the client. A later delete does not change that.
         * - `rejected`: an answer named it as invalid.
         * - `inDoubt`: its work was done, but no success reached the client.
         * - `underWay`: it waits in a queue of the API, or its request has no answer yet.
         * - `lost`: none of these. Of a request that was refused as a whole, every record is lost.
         * - `neverSent`: it was expected, and no request carried it.
         */
        RecordOutcome: "stored" | "rejected" | "inDoubt" | "underWay" | "lost" | "neverSent";
        /**
         * Where the records, the requests and the calls are now.
         */
        Summary: {
            /**
             * Differs for each mock and each start of the program.
             */
            run: string;
            /**
             * Version of vf-mock.
             */
            version: string;
            /**
             * The time of the mock, in milliseconds since 1970.
             */
            time: number;
            /**
             * What kind of clock the mock has, and what waits on it.
             */
            clock: components["schemas"]["ClockState"];
            /**
             * The id of the newest event, or 0.
             */
            event: number;
            /**
             * Numbers of records. `stored`, `rejected`, `inDoubt`, `underWay`, `lost` and `unaccounted` add up to `sent`.
             */
            counts: components["schemas"]["RecordCounts"];
            /**
             * The reasons why records are not stored, worst first.
             */
            causes: components["schemas"]["SummaryCause"][];
            requests: components["schemas"]["RequestCounts"];
            /**
             * Numbers of calls in the journal.
             */
            calls: components["schemas"]["CallCounts"];
            /**
             * The first 1000 requests of the APIs under way.
             */
            underWay: components["schemas"]["ExchangeRow"][];
            /**
             * The first 100 calls that are quiet or have given up, the latest first.
             */
            quiet: components["schemas"]["QuietCall"][];
            /**
             * The fault rules in force.
             */
            faults: components["schemas"]["SummaryFault"][];
            /**
             * Whether the journal keeps headers and bodies (option `journalBodies`).
             */
            bodies: boolean;
        };
        /**
         * What kind of clock the mock has, and what waits on it.
         */
        ClockState: {
            /**
             * The option `clock`.
             */
            kind: "system" | "manual";
            /**
             * The time at which the next sleeper wakes. Absent if none does.
             */
            next?: number;
            /**
             * Number of requests that wait on the clock.
             */
            sleepers: number;
            /**
             * Whether a manual clock jumps to the next sleeper by itself.
             */
            automatic: boolean;
        };
        /**
         * Records with one outcome for one reason.
         */
        SummaryCause: {
            /**
             * Where a record is, as of now. Of several values of one record, the last one sent counts.
             *
             * - `stored`: its work was done, and a success reached the client. A later delete does not change that.
             * - `rejected`: an answer named it as invalid.
             * - `inDoubt`: its work was done, but no success reached the client.
             * - `underWay`: it waits in a queue of the API, or its request has no answer yet.
             * - `lost`: none of these. Of a request that was refused as a whole, every record is lost.
             * - `neverSent`: it was expected, and no request carried it.
             */
            outcome: components["schemas"]["RecordOutcome"];
            /**
             * The answer, or the reason, such as `503 server_error`.
             */
            cause: string;
            /**
             * API of the records.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * The key or the bot, fit to be shown.
             */
            tenant?: string;
            /**
             * The id of the tenant.
             */
            tenantId?: string;
            /**
             * The operation of the request that decided.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * Number of records.
             */
            records: number;
            /**
             * Number of calls that carried them.
             */
            calls: number;
            /**
             * The ids of the first 20 of these records.
             */
            ids: string[];
        };
        RequestCounts: {
            /**
             * Number of requests of the APIs, also dropped ones and those under way.
             */
            total: number;
            /**
             * Number of requests without a complete answer.
             */
            underWay: number;
            /**
             * Number of other requests.
             */
            others: number;
            /**
             * Number of older exchanges that the journal dropped because it was full, of the given tenant or of all.
             */
            dropped: components["schemas"]["Dropped"];
            /**
             * The time at which the last request arrived or ended. Absent if there is none.
             */
            last?: number;
        };
        /**
         * Numbers of calls in the journal.
         */
        CallCounts: {
            /**
             * Calls that go on.
             */
            open: number;
            /**
             * Calls whose last attempt failed, and that are late with the next.
             */
            quiet: number;
            /**
             * Calls with a success.
             */
            delivered: number;
            /**
             * Calls with an error for good.
             */
            refused: number;
            /**
             * Calls that are quiet for a minute.
             */
            gaveUp: number;
        };
        /**
         * A call whose last attempt failed, and that is late with the next.
         */
        QuietCall: {
            /**
             * API that the call is for.
             */
            api: components["schemas"]["ApiName"];
            /**
             * `operationId` of its requests.
             */
            operation: components["schemas"]["OperationId"];
            /**
             * The key or the bot, fit to be shown.
             */
            tenant: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId: string;
            /**
             * Position among the calls of its tenant and operation.
             */
            call: number;
            /**
             * Number of its attempts.
             */
            attempts: number;
            /**
             * The end of the last attempt, in milliseconds since 1970.
             */
            since: number;
            /**
             * Whether it is quiet for a minute.
             */
            gaveUp: boolean;
        };
        SummaryFault: {
            /**
             * Id of the rule.
             */
            id: string;
            /**
             * Number of times that the rule has fired.
             */
            fired: number;
            /**
             * A fault, and the attempts that it affects. If several rules match an attempt, the first one fires.
             */
            rule: components["schemas"]["FaultRule"];
            /**
             * The rule in words.
             */
            summary: string;
            /**
             * What it hits next.
             */
            next: string;
        };
        ExchangeRowList: {
            rows: components["schemas"]["ExchangeRow"][];
            /**
             * The number of the last row. Absent if no row comes after it.
             */
            next?: number;
            /**
             * Number of older exchanges that the journal dropped because it was full, of the given tenant or of all.
             */
            dropped: components["schemas"]["Dropped"];
        };
        /**
         * A request of an API in short. Each property means the same as that of an exchange.
         */
        ExchangeRow: {
            /**
             * Position among all requests.
             */
            number: number;
            /**
             * Arrival, in milliseconds since 1970.
             */
            at: number;
            /**
             * API of the request.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * `operationId` of the request.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * Method of the request.
             */
            method: string;
            /**
             * Path without the query. Keys in it are masked.
             */
            path: string;
            /**
             * The key or the bot, fit to be shown.
             */
            tenant?: string;
            /**
             * Id of the VibeFollow project or the Yellow bot.
             */
            tenantId?: string;
            /**
             * Position of its call.
             */
            call?: number;
            /**
             * Position among the attempts of its call.
             */
            attempt?: number;
            /**
             * Number of records in the request.
             */
            records: number;
            /**
             * Number of records that the answer rejected.
             */
            rejected?: number;
            /**
             * Status of the answer.
             */
            status?: number;
            /**
             * The error of the answer.
             */
            error?: string;
            /**
             * How the connection broke.
             */
            broken?: "reset" | "hang" | "truncate" | "garbage" | "abort";
            /**
             * Id of the fault rule that fired.
             */
            fault?: string;
            /**
             * Whether the work was done, or for how many records.
             */
            applied?: boolean | number;
            /**
             * `Retry-After` of the answer.
             */
            retryAfter?: string;
            /**
             * Milliseconds that the answer before demands.
             */
            requiredWait?: number;
            /**
             * Milliseconds since the end of the attempt before.
             */
            waited?: number;
            /**
             * Number of undocumented names.
             */
            unknown?: number;
            /**
             * Number of contradictions to the document.
             */
            violations?: number;
            /**
             * Whether it failed in a temporary way, so the client may try again.
             */
            transient?: true;
            /**
             * Milliseconds to the last byte of the answer. Absent if it is still under way.
             */
            duration?: number;
        };
        /**
         * Numbers of records. `stored`, `rejected`, `inDoubt`, `underWay`, `lost` and `unaccounted` add up to `sent`.
         */
        RecordCounts: {
            /**
             * Expected records. Absent if none were named.
             */
            expected?: number;
            /**
             * Records that requests carried. A record that was sent again counts once.
             */
            sent: number;
            /**
             * Stored records whose client knows it.
             */
            stored: number;
            /**
             * Records that an answer named as invalid.
             */
            rejected: number;
            /**
             * Stored records whose client does not know it.
             */
            inDoubt: number;
            /**
             * Records in a queue or in a request without an answer.
             */
            underWay: number;
            /**
             * Records that are nowhere.
             */
            lost: number;
            /**
             * Expected records that no request carried. Absent if none were named.
             */
            neverSent?: number;
            /**
             * Records beyond the option `ledgerLimit`, beyond the first 100,000 of a request, or of a tenant beyond the first 10,000. Nobody knows their outcome.
             */
            unaccounted: number;
        };
        /**
         * Records with one outcome for one reason.
         */
        RecordCause: {
            /**
             * Where a record is, as of now. Of several values of one record, the last one sent counts.
             *
             * - `stored`: its work was done, and a success reached the client. A later delete does not change that.
             * - `rejected`: an answer named it as invalid.
             * - `inDoubt`: its work was done, but no success reached the client.
             * - `underWay`: it waits in a queue of the API, or its request has no answer yet.
             * - `lost`: none of these. Of a request that was refused as a whole, every record is lost.
             * - `neverSent`: it was expected, and no request carried it.
             */
            outcome: components["schemas"]["RecordOutcome"];
            /**
             * The answer, or the reason, such as `503 server_error`.
             */
            cause: string;
            /**
             * Absent if the records were never sent.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * The key or the bot, fit to be shown.
             */
            tenant?: string;
            /**
             * The id of the tenant.
             */
            tenantId?: string;
            /**
             * The operation of the request that decided.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * Number of records.
             */
            records: number;
            /**
             * The ids of all these records. A record without an id has an empty one.
             */
            ids: string[];
        };
        /**
         * The account of the records that were sent.
         */
        Reconciliation: {
            /**
             * Numbers of records. `stored`, `rejected`, `inDoubt`, `underWay`, `lost` and `unaccounted` add up to `sent`.
             */
            counts: components["schemas"]["RecordCounts"];
            /**
             * Why no record was sent. Absent if there are records.
             */
            reason?: string;
            /**
             * The tenants whose requests the journal has. Absent if there are records.
             */
            tenants?: components["schemas"]["SeenTenant"][];
            /**
             * The reasons why records are not stored, the worst outcome first: lost, neverSent, inDoubt, rejected, underWay.
             */
            causes: components["schemas"]["RecordCause"][];
        };
        /**
         * A record and its outcome.
         */
        AccountedRecord: {
            /**
             * Absent if the record was never sent.
             */
            api?: components["schemas"]["ApiName"];
            /**
             * The key or the bot, fit to be shown.
             */
            tenant?: string;
            /**
             * The id of the tenant.
             */
            tenantId?: string;
            /**
             * The id of the record. It is empty if the record has none. An event has the id of its user.
             */
            id: string;
            /**
             * Where a record is, as of now. Of several values of one record, the last one sent counts.
             *
             * - `stored`: its work was done, and a success reached the client. A later delete does not change that.
             * - `rejected`: an answer named it as invalid.
             * - `inDoubt`: its work was done, but no success reached the client.
             * - `underWay`: it waits in a queue of the API, or its request has no answer yet.
             * - `lost`: none of these. Of a request that was refused as a whole, every record is lost.
             * - `neverSent`: it was expected, and no request carried it.
             */
            outcome: components["schemas"]["RecordOutcome"];
            /**
             * The reason. Absent if the record is stored.
             */
            cause?: string;
            /**
             * The operation of the request that decided.
             */
            operation?: components["schemas"]["OperationId"];
            /**
             * The call of that request.
             */
            call?: number;
            /**
             * Position in the request, from 0, if the record has no identity of its own.
             */
            position?: number;
            /**
             * Number of requests that carried its last value.
             */
            attempts: number;
            /**
             * Number of the request that decided.
             */
            request?: number;
            /**
             * Whether a later request deleted it.
             */
            deleted?: true;
        };
        /**
         * A record, and what happened to it.
         */
        RecordStory: components["schemas"]["AccountedRecord"] & {
            /**
             * Why the record is where it is, in one sentence.
             */
            story: string;
            /**
             * The requests that carried it, in order of arrival. The journal may have dropped some.
             */
            requests: components["schemas"]["StoryStep"][];
            /**
             * The last value of the record that a request carried. Only if the journal keeps bodies and still has this one. Keys in it are masked.
             */
            sent?: unknown;
            /**
             * The stored user as a record. Absent if none is stored. Keys in it are masked.
             */
            stored?: {
                [key: string]: unknown;
            };
            /**
             * Names in this record that the document does not know, such as `emial`. Known with `sent` only.
             */
            unknown?: string[];
            /**
             * The properties of `sent` whose stored values are others. Known if both are there. What else is stored, such as what earlier requests sent and what the API adds, does not count.
             */
            differences?: components["schemas"]["ValueDifference"][];
        };
        /**
         * A property whose stored value differs from the one that was sent.
         */
        ValueDifference: {
            /**
             * Such as `email` or `traits.plan`.
             */
            property: string;
            /**
             * The value that was sent.
             */
            sent: unknown;
            /**
             * The stored value. Absent if there is none.
             */
            stored?: unknown;
        };
        /**
         * A request that carried a record.
         */
        StoryStep: {
            /**
             * Position among all requests.
             */
            number: number;
            /**
             * Its arrival, in milliseconds since 1970.
             */
            at: number;
            /**
             * An `operationId` of the two vendors' documents.
             */
            operation: components["schemas"]["OperationId"];
            /**
             * Its call.
             */
            call: number;
            /**
             * Its attempt in the call.
             */
            attempt: number;
            /**
             * The answer or the break, such as `503 server_error` or `a reset`.
             */
            answer: string;
        };
        RecordList: {
            records: components["schemas"]["AccountedRecord"][];
        };
        RecordStoryList: {
            records: components["schemas"]["RecordStory"][];
        };
        /**
         * Selects records. A record must match all given fields.
         */
        RecordFilter: {
            /**
             * A VibeFollow key, the id of its project, or a Yellow bot.
             */
            tenant?: string;
            /**
             * One outcome, or a list of outcomes.
             */
            outcome?: components["schemas"]["RecordOutcome"] | components["schemas"]["RecordOutcome"][];
            /**
             * The id of the record. It is empty for the records without an id.
             */
            id?: string;
            /**
             * A part of the id, or of the e-mail address of the stored user. Capital and small letters are the same.
             */
            q?: string;
            /**
             * Maximum number of records. By default 100 with `q`, and all without.
             */
            limit?: number;
        };
        /**
         * The figures of a retry storm.
         */
        Figures: {
            /**
             * Number of calls.
             */
            calls: number;
            /**
             * Number of requests that belong to calls.
             */
            requests: number;
            /**
             * Maximum number of attempts of one call.
             */
            maxAttempts: number;
            /**
             * Mean number of attempts of a call.
             */
            meanAttempts: number;
            /**
             * Number of requests divided by the number of requests needed without failures. A chunk that is sent again with another key counts as the same chunk here, but as a new call in `meanAttempts`.
             */
            amplification: number;
            /**
             * Maximum number of concurrent requests of a tenant and operation during a wait that `Retry-After` demands.
             */
            maxConcurrentDuringRetryAfter: number;
            /**
             * Share of retries, from 0 to 1, that arrived within 10 ms of a retry of another call. Both calls have the same tenant and operation.
             */
            lockstep: number;
        };
        /**
         * a number, a list of numbers, or one of the texts "2", "1,3", "<2", "<=2", ">4", ">=4" and "2-5"
         */
        NumberRange: number | number[] | string;
        /**
         * The way in which an attempt fails. `kind` may be left out if there is a `status`.
         */
        Fault: components["schemas"]["StatusFault"] | components["schemas"]["ResetFault"] | components["schemas"]["HangFault"] | components["schemas"]["TruncateFault"] | components["schemas"]["GarbageFault"] | components["schemas"]["DelayFault"] | components["schemas"]["SlowFault"];
        /**
         * `true`: the work is done, then the answer is lost. A number: only this number of records is stored. `false`, the default: nothing is done.
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
             * VibeFollow's error code. By default the usual code of the status.
             */
            code?: string;
            /**
             * Value of `Retry-After`: a number of seconds, or any text that a header can carry, valid or not: at most 1000 visible ASCII characters, with spaces and tabs between them. `{ date }` sends an HTTP date. It is that number of seconds after now on the mock's clock, rounded up. By default there is no header.
             */
            retryAfter?: number | string | {
                /**
                 * Seconds from now on the mock's clock, at most some 3,000 years.
                 */
                date: number;
            };
            /**
             * `true`: the work is done, then the answer is lost. A number: only this number of records is stored. `false`, the default: nothing is done.
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
             * `true`: the work is done, then the answer is lost. A number: only this number of records is stored. `false`, the default: nothing is done.
             */
            applied?: components["schemas"]["Applied"];
        };
        /**
         * The client gets no answer. The request ends when the client gives up.
         */
        HangFault: {
            /**
             * No answer comes.
             */
            kind: "hang";
            /**
             * `true`: the work is done, then the answer is lost. A number: only this number of records is stored. `false`, the default: nothing is done.
             */
            applied?: components["schemas"]["Applied"];
        };
        /**
         * The client gets the headers and half of the body, then the connection breaks. If the work is not done, it is the answer of an empty project or bot.
         */
        TruncateFault: {
            /**
             * The connection breaks in the middle of the body.
             */
            kind: "truncate";
            /**
             * `true`: the work is done, then the answer is lost. A number: only this number of records is stored. `false`, the default: nothing is done.
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
             * Status of the page. By default 502.
             */
            status?: 200 | 502 | 503;
            /**
             * `true`: the work is done, then the answer is lost. A number: only this number of records is stored. `false`, the default: nothing is done.
             */
            applied?: components["schemas"]["Applied"];
        };
        /**
         * The answer comes late. The work is done after the delay, so nothing happens if the client gives up before. With `applied`, the work is done before the delay.
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
         * The body of the answer comes slowly, in 8 pieces. The work is always done before the first byte.
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
             * Always `true`, even if it is left out.
             */
            applied?: true;
        };
        /**
         * The stored data of both APIs, the result of `mock.snapshot()`. Times are in milliseconds since 1970 on the mock's clock, except times that an API stores as texts. It has the ids of VibeFollow projects instead of their keys. Data is as clients sent it, so a key that a client sends as data, such as the id of a user, is in it.
         */
        State: {
            /**
             * Version of this format.
             */
            version: 1;
            /**
             * The data of each project, by its id.
             */
            vibefollow: {
                [key: string]: components["schemas"]["SavedProject"];
            };
            /**
             * The data of each bot, by its id. A bot name in the form of a VibeFollow key becomes a project id.
             */
            yellow: {
                [key: string]: components["schemas"]["SavedBot"];
            };
        };
        /**
         * The data of a VibeFollow project.
         */
        SavedProject: {
            /**
             * In the order in which they were created.
             */
            users: components["schemas"]["SavedProjectUser"][];
            /**
             * The events of each user, in order of arrival. Events of unknown users are the buffered ones.
             */
            events: components["schemas"]["SavedProjectEvent"][];
            /**
             * Jobs that wait in the ingest queue.
             */
            queue: components["schemas"]["SavedJob"][];
            /**
             * The idempotency keys that are not older than 24 hours.
             */
            idempotencyKeys: components["schemas"]["SavedIdempotencyKey"][];
            /**
             * Requests that were let through, by operation.
             */
            windows: {
                /**
                 * Requests that were let through, by time.
                 */
                upsertUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                bulkUpsertUsers?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                trackEvent?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                batchTrackEvents?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                bulkTrackEvents?: components["schemas"]["RequestsTaken"];
            };
        };
        SavedProjectUser: {
            external_user_id: string;
            email?: string;
            /**
             * Known traits and all others.
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
             * A time as in VF-22. The year of a time of arrival may have six digits and a sign.
             */
            timestamp: components["schemas"]["SavedDate"];
        };
        /**
         * A job of the ingest queue. Its users and events are stored when it is due.
         */
        SavedJob: {
            /**
             * When the request arrived.
             */
            at: components["schemas"]["SavedTime"];
            /**
             * When the job is done, in milliseconds since 1970. Without it, the job is never done.
             */
            due?: components["schemas"]["SavedDue"];
            users?: {
                external_user_id: string;
                email?: string;
                traits?: {
                    [key: string]: unknown;
                };
            }[];
            events?: {
                external_user_id: string;
                name: string;
                properties: {
                    [key: string]: unknown;
                };
                /**
                 * A time as in VF-22. The year of a time of arrival may have six digits and a sign.
                 */
                timestamp?: components["schemas"]["SavedDate"];
            }[];
        };
        SavedIdempotencyKey: {
            key: string;
            /**
             * Digest of the first request with this key.
             */
            request: string;
            /**
             * Time at which the key is forgotten, in milliseconds since 1970.
             */
            until: number;
            /**
             * The answer to the first request. It is repeated for the same request.
             */
            reply: {
                status: 200 | 202;
                body: {
                    [key: string]: unknown;
                };
            };
        };
        /**
         * The data of a Yellow bot.
         */
        SavedBot: {
            /**
             * In the order in which they were created.
             */
            users: components["schemas"]["SavedBotUser"][];
            /**
             * The events of each user, in order of arrival.
             */
            events: components["schemas"]["SavedBotEvent"][];
            /**
             * The finished bulk creations.
             */
            bulkCreations: components["schemas"]["SavedBulkCreation"][];
            /**
             * The bulk creations that are not finished.
             */
            waiting: components["schemas"]["SavedWaitingCreation"][];
            /**
             * Number of deletions of a user, by `userId`. Generated ids depend on it.
             */
            deletions: components["schemas"]["SavedCounts"];
            /**
             * Number of equal requests, by the digest of the request. Generated ids depend on it.
             */
            repetitions: components["schemas"]["SavedCounts"];
            /**
             * Requests that were let through, by operation.
             */
            windows: {
                /**
                 * Requests that were let through, by time.
                 */
                bulkCreateUsers?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                getBulkCreation?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                addUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                listUsers?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                getUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                updateUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                deleteUser?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                createEvent?: components["schemas"]["RequestsTaken"];
                /**
                 * Requests that were let through, by time.
                 */
                listEvents?: components["schemas"]["RequestsTaken"];
            };
        };
        SavedBotUser: {
            userId: string;
            /**
             * All properties but `userId`.
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
             * A time as in VF-22. The year of a time of arrival may have six digits and a sign.
             */
            createdAt: components["schemas"]["SavedDate"];
        };
        SavedBulkCreation: {
            id: string;
            /**
             * `userId`s that the bulk creation has created.
             */
            newUsers: string[];
            /**
             * `userId`s that existed before.
             */
            conflictedUsers: string[];
        };
        SavedWaitingCreation: {
            id: string;
            /**
             * When the request arrived.
             */
            at?: components["schemas"]["SavedTime"];
            /**
             * When the job is done, in milliseconds since 1970. Without it, the job is never done.
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
         * When the job is done, in milliseconds since 1970. Without it, the job is never done.
         */
        SavedDue: number;
        /**
         * A time as in VF-22. The year of a time of arrival may have six digits and a sign.
         */
        SavedDate: string;
        /**
         * Requests that were let through, by time.
         */
        RequestsTaken: {
            /**
             * Time of the requests, or of the opening of a fixed window, in milliseconds since 1970.
             */
            at: number;
            /**
             * Number of requests.
             */
            requests: number;
        }[];
        /**
         * A limit per tenant and endpoint. Requests over it are answered 429.
         */
        RateLimit: {
            /**
             * Maximum number of requests in one window.
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
             * Seed of ids and other generated values. The same seed and requests give the same values.
             *
             * @default 1
             */
            seed: number;
            /**
             * The clock of the mock. `system` uses `Date.now` and `setTimeout`, so the fake timers of a test runner move it. `manual` stands still until the test moves it.
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
             * Maximum size of a request body in bytes. A larger body is answered 413.
             *
             * @default 10485760
             */
            bodyLimit: number;
            /**
             * Maximum size in bytes of a body that the admin API reads part by part: a state, or expected records. A larger body is answered 413.
             *
             * @default 1073741824
             */
            adminBodyLimit: number;
            /**
             * Maximum number of exchanges that the journal keeps. When it is full, the oldest are dropped. It is also full when its exchanges take more than 4 KiB on average, without ids and bodies. With 0 the journal keeps none, and the rules cannot judge the client.
             *
             * @default 10000
             */
            journalLimit: number;
            /**
             * Maximum number of records that the account follows. A record takes at most 100 bytes, and its id. A record with an id of more than 64 characters counts as up to four. What is beyond counts as `unaccounted`.
             *
             * @default 1000000
             */
            ledgerLimit: number;
            /**
             * Whether the journal also keeps headers and bodies, for its HAR export and for stories of records. A number is the maximum of their bytes, two for a character. `true` means 200 MB. Over it, the oldest exchanges lose theirs. Keys are masked in headers and bodies. Values of a body are not masked by their names.
             *
             * @default false
             */
            journalBodies: components["schemas"]["BodiesKept"];
            /**
             * The fault rules. The first rule that matches an attempt fires.
             *
             * @default []
             */
            faults: components["schemas"]["FaultRule"][];
            /**
             * Whether an undocumented name, such as a misspelt property or parameter, refuses the whole request. VibeFollow answers 400 to a bulk request and 422 to any other, Yellow.ai answers 400. Names that the document leaves free, such as those of traits, are allowed. A slash at the end of a path is then answered 404.
             *
             * @default false
             */
            strict: boolean;
            /**
             * Headers that report the rate limit, on every answer of a limited endpoint. `ietf` sends `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers). `x-ratelimit` sends `X-RateLimit-Limit`, `-Remaining` and `-Reset` (seconds left). The vendors document no such headers.
             *
             * @default none
             */
            rateLimitHeaders: "none" | "ietf" | "x-ratelimit";
            /**
             * Token for the admin API. Requests over a network must have the header `Authorization: Bearer <token>`, and may then come from any machine. It consists of visible ASCII characters. Without this option, the admin API answers only requests from the same machine.
             */
            adminToken?: string;
            /**
             * Further host names of this machine. Without `adminToken`, the admin API answers only requests whose `Host` is `localhost`, `*.localhost`, a loopback address, the host that the server listens on, or one of these. Web pages may use it if their host is one of them. There is no wildcard.
             *
             * @default []
             */
            allowedHosts: string[];
            /**
             * Origins whose web pages may call the endpoints of both vendors during development, such as `http://localhost:5173`. `*` allows all. By default no page may, as with the real VibeFollow. A page that the admin API refuses stays refused there.
             *
             * @default []
             */
            cors: string[];
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
         * `true`, `false`, or a number of bytes from 1
         */
        BodiesKept: boolean | number;
        /**
         * Options of the VibeFollow API.
         */
        VibeFollowOptions: {
            /**
             * The known keys. Without this option, every well-formed key opens its own project. With it, an `active` key opens its project, a `revoked` or unlisted key gets 401, and a key of an `other-project` gets 403.
             */
            keys?: {
                [key: string]: "active" | "revoked" | "other-project";
            };
            /**
             * VF-1: status for an `Idempotency-Key` that was used with another request. The vendor's authentication page says 422, its errors page says 409.
             *
             * @default 422
             */
            idempotencyReuse: 422 | 409;
            /**
             * VF-2: whether requests must have an `Idempotency-Key`. The examples of the bulk page show `optional`, the authentication page says `required`. If `required`, a request without a key gets 422.
             *
             * @default optional
             */
            idempotencyKey: "optional" | "required";
            /**
             * VF-17: whether an `Idempotency-Key` may be in quotation marks. The vendor documents a bare UUID, and draft-ietf-httpapi-idempotency-key-header writes a quoted string. If `refused`, a quoted key gets 422.
             *
             * @default refused
             */
            idempotencyQuotes: "refused" | "accepted";
            /**
             * VF-18: what happens to a request whose `Idempotency-Key` belongs to a request that is still under way. `proceed`: it does the work, and the first request then gets its answer. `refuse`: it gets 409 `idempotency_key_in_progress`, as draft-ietf-httpapi-idempotency-key-header says. The vendor says nothing.
             *
             * @default proceed
             */
            idempotencyInProgress: "proceed" | "refuse";
            /**
             * VF-19: which bodies count as the same under one `Idempotency-Key`. `value`: those with the same JSON value, so spaces and the order of properties do not matter. `bytes`: those that are equal byte for byte. The vendor only says "same body".
             *
             * @default value
             */
            idempotencyBody: "value" | "bytes";
            /**
             * VF-4: rate limits by operation, each `{ requests, windowSeconds }`. By default there are none, since the vendor publishes no numbers.
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
             * Number of jobs that makes a project's ingest queue full. Bulk requests then get 429 `backfill_queue_full`.
             *
             * @default 50000
             */
            queueCapacity: number;
            /**
             * Jobs per second that a project's ingest queue processes. Without this option, every job is done at once and the queue never fills. With 0, no job is ever done.
             */
            drainRate?: number;
            /**
             * VF-5: size of one job in the queue: one accepted `record` or one `request`.
             *
             * @default record
             */
            queueJob: "record" | "request";
            /**
             * VF-6: when the queue refuses a bulk request. `when-full`: only if `queueCapacity` jobs wait already. `when-crossing`: also if this request would add more jobs than the queue has room for.
             *
             * @default when-full
             */
            queueRefusal: "when-full" | "when-crossing";
            /**
             * VF-7: `Retry-After` on `backfill_queue_full`. `sent` gives the seconds until the queue has room for the request. `absent` gives no header. There is also no header if the queue will never have room.
             *
             * @default sent
             */
            queueRetryAfter: "sent" | "absent";
            /**
             * VF-8: whether the bulk error `external_user_id must be at least 1 character` has a `field`. The vendor's example shows `absent`.
             *
             * @default absent
             */
            externalUserIdField: "absent" | "present";
            /**
             * VF-12: what happens to an event with a `timestamp` that equals a stored event in user, name and instant. `drop`: it is accepted and not stored again, as the bulk page says. `keep-both`: it is stored again. An event without a `timestamp` is always stored.
             *
             * @default drop
             */
            repeatedEvents: "drop" | "keep-both";
            /**
             * VF-13: whether the bulk error `Invalid timestamp` has a `field`. The vendor's example shows `absent`.
             *
             * @default absent
             */
            timestampField: "absent" | "present";
            /**
             * VF-14: what happens to a `timestamp` outside of events/bulk. `stored`: it counts as there, since the bulk page says that both bodies have the same shape. `ignored`: it counts as left out, since the pages of the other operations do not list it.
             *
             * @default stored
             */
            eventTimestamp: "stored" | "ignored";
            /**
             * VF-15: names of events that get a validation error. The events page of the SDK says that some names are reserved, but does not list them. By default none is.
             *
             * @default []
             */
            reservedEventNames: string[];
            /**
             * VF-16: what `null` means for an optional property of a record, such as `email`. `invalid`: the record has a validation error. `absent`: the record lacks the property. The vendor says nothing.
             *
             * @default invalid
             */
            optionalNull: "invalid" | "absent";
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
             * YE-1: what `RETAIN_IMPORTED` does to an existing user. `keep-existing`: the imported record is ignored, as the bulk page says. `replace`: the imported record replaces the whole user, as the CSV help page says.
             *
             * @default keep-existing
             */
            retainImported: "keep-existing" | "replace";
            /**
             * YE-2: value of `uponConflict` for a bulk creation without this parameter.
             *
             * @default UPDATE_EXISTING
             */
            uponConflict: "UPDATE_EXISTING" | "RETAIN_IMPORTED";
            /**
             * YE-3, YE-21: the header for the key. `x-auth-token` is the header of the bulk page, `x-api-key` that of the newer reference, and `authorization` with `Bearer <key>` that of its introduction. `either` accepts each.
             *
             * @default either
             */
            authHeader: "either" | "x-auth-token" | "x-api-key" | "authorization";
            /**
             * YE-3: the valid keys of each bot. Without this option, every bot exists and accepts any key that is not empty. With it, an unlisted bot or key gets 401.
             */
            keys?: {
                [key: string]: string[];
            };
            /**
             * YE-5: what happens to a bulk record without `userId`. `generate`: it gets an id, as the CSV help page says. `refuse`: the request gets 400 with `Row [n]`.
             *
             * @default generate
             */
            missingUserId: "generate" | "refuse";
            /**
             * YE-6: what happens to an invalid bulk record. `refuse-all`: the request gets 400 with `Row [n]`, and nothing is stored, as clients have seen it. `skip`: only the other records are stored, as the CSV help page says.
             *
             * @default refuse-all
             */
            invalidRecord: "refuse-all" | "skip";
            /**
             * YE-14: what `userId` of `getUser` means. `yes-no`: whether the answer has the `userId`, as the newest reference says. `true-false`: whether the path has the `userId` or the generated `id`, as a help page says. `both` accepts all four values. Another value gets 400.
             *
             * @default both
             */
            userIdParameter: "both" | "yes-no" | "true-false";
            /**
             * YE-15: the id in the path of get, update and delete. `either`: the `userId`, or the generated `id` if no user has this `userId`. `user-id`: only the `userId`.
             *
             * @default either
             */
            pathId: "either" | "user-id";
            /**
             * YE-17: the form of `profileComplete`. `percentage`: the share of the documented properties that have a value, a text such as `13.04`, as in all examples. An empty text and an empty list are no values. `boolean`: whether both names, e-mail and phone are there.
             *
             * @default percentage
             */
            profileComplete: "percentage" | "boolean";
            /**
             * YE-18: the spelling in answers of the API. `emailOptin` is that of the bulk page, `emailOptIn` that of the answers of the reference. The user is stored with `emailOptin` in any case.
             *
             * @default emailOptin
             */
            emailOptinSpelling: "emailOptin" | "emailOptIn";
            /**
             * YE-20: the body of a 401. `absent`: there is none, as most pages say. `error`: `{ "error": … }`, as the page of `getUser` says.
             *
             * @default absent
             */
            unauthorizedBody: "absent" | "error";
            /**
             * YE-23: a phone number with a leading `+`. `accepted`: it is stored without the `+`. `refused`: it is invalid.
             *
             * @default accepted
             */
            phonePlus: "accepted" | "refused";
            /**
             * YE-24: `null` and an empty text in the record of a user. `values`: they are values, so `null` and an empty `email` are invalid, and an empty `city` is stored. `absent`: they count as left out, in `bulkCreateUsers`, `addUser`, `updateUser`, and in `userProperties` of `createEvent`.
             *
             * @default values
             */
            emptyValues: "values" | "absent";
            /**
             * YE-26: `userProperties` of an event. `set`: they are validated like the record of a user, and set on the user. `ignored`: they count as left out.
             *
             * @default set
             */
            userProperties: "set" | "ignored";
            /**
             * YE-27: the properties that `getUser` answers without `properties` and `allProperties`. `system`: the `System` properties, as an older reference says. `all`: all, as the newest reference says.
             *
             * @default system
             */
            defaultProperties: "system" | "all";
            /**
             * YE-8: whether a 429 has a `Retry-After`, in whole seconds.
             *
             * @default sent
             */
            retryAfter: "sent" | "absent";
            /**
             * YE-9: how rate limits count. `fixed`: a window opens with the first request and closes after `windowSeconds`. `sliding`: the window is always the last `windowSeconds`.
             *
             * @default fixed
             */
            rateWindow: "fixed" | "sliding";
            /**
             * Rate limits by operation, each `{ requests, windowSeconds }`. They replace the documented limits. `off` means no limit.
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
             * Milliseconds until the users of a bulk creation are stored. With 0 they are stored at once.
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
         * The request is unknown or impossible. Each problem says what is allowed. Nothing was changed.
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
         * The request does not have the admin token. Or the server has no token, and the request comes from another machine, is for an unknown host, or is made by a web page of another host. The problem says what to do.
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
         * The body is over the option `bodyLimit`, or over `adminBodyLimit` if it is a state or expected records. Nothing was changed.
         */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AdminError"];
            };
        };
        /**
         * The body has a content coding, such as gzip. Nothing was changed.
         */
        CodedBody: {
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
         * Maximum number of attempts of one call. By default 10.
         *
         * @example 5
         */
        MaxAttempts: number;
        /**
         * Maximum number of requests, divided by the number that is needed if no request fails. By default 10.
         *
         * @example 3
         */
        MaxAmplification: number;
        /**
         * A part of the id or of the stored e-mail address. Capital and small letters are the same.
         *
         * @example ada@
         */
        Search: string;
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
         * The `operationId` of the request.
         *
         * @example bulkUpsertUsers
         */
        OfOperation: components["schemas"]["OperationId"];
        /**
         * Numbers of attempts in a call: `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` or `2-5`.
         *
         * @example >=2
         */
        OfAttempt: string;
        /**
         * Numbers of calls of a tenant and operation: `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` or `2-5`.
         *
         * @example 1
         */
        OfCall: string;
        /**
         * Statuses of the answer: `429`, `502,503`, `<400`, `<=399`, `>499`, `>=500` or `400-499`.
         *
         * @example >=500
         */
        OfStatus: string;
        /**
         * Id of a record in the request.
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
    getPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The page. It reads what it shows from the other endpoints.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
        };
    };
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
             * The server is up.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Refused"];
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
             * The fault rules. For each attempt they are tried in this order.
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
             * All fault rules, the new ones included.
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
            415: components["responses"]["CodedBody"];
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
                 * The id of the fault rule.
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
            400: components["responses"]["Refused"];
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
             * The scenarios, each with its description and its options.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    useScenario: {
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
            400: components["responses"]["Refused"];
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
            400: components["responses"]["Refused"];
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
            415: components["responses"]["CodedBody"];
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
             * The state. A PUT request restores it.
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
            415: components["responses"]["CodedBody"];
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
             * Every option, with defaults filled in. Keys are masked. A masked VibeFollow key keeps its form.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Options"];
                };
            };
            400: components["responses"]["Refused"];
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
                 * The `operationId` of the request.
                 *
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * Numbers of attempts in a call: `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` or `2-5`.
                 *
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * Numbers of calls of a tenant and operation: `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` or `2-5`.
                 *
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * Statuses of the answer: `429`, `502,503`, `<400`, `<=399`, `>499`, `>=500` or `400-499`.
                 *
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * Id of a record in the request.
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
             * The exchanges, and the number of dropped ones.
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
    getExchange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Number of the exchange.
                 *
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The exchange.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exchange"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Refused"];
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
                 * The `operationId` of the request.
                 *
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * Numbers of attempts in a call: `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` or `2-5`.
                 *
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * Numbers of calls of a tenant and operation: `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` or `2-5`.
                 *
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * Statuses of the answer: `429`, `502,503`, `<400`, `<=399`, `>499`, `>=500` or `400-499`.
                 *
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * Id of a record in the request.
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
                 * The `operationId` of the request.
                 *
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * Numbers of attempts in a call: `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` or `2-5`.
                 *
                 * @example >=2
                 */
                attempt?: components["parameters"]["OfAttempt"];
                /**
                 * Numbers of calls of a tenant and operation: `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` or `2-5`.
                 *
                 * @example 1
                 */
                call?: components["parameters"]["OfCall"];
                /**
                 * Statuses of the answer: `429`, `502,503`, `<400`, `<=399`, `>499`, `>=500` or `400-499`.
                 *
                 * @example >=500
                 */
                status?: components["parameters"]["OfStatus"];
                /**
                 * Id of a record in the request.
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
             * The calls, and the number of dropped exchanges.
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
                /**
                 * Maximum number of attempts of one call. By default 10.
                 *
                 * @example 5
                 */
                maxAttempts?: components["parameters"]["MaxAttempts"];
                /**
                 * Maximum number of requests, divided by the number that is needed if no request fails. By default 10.
                 *
                 * @example 3
                 */
                maxAmplification?: components["parameters"]["MaxAmplification"];
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
    judgeExpected: {
        parameters: {
            query?: {
                /**
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
                /**
                 * Maximum number of attempts of one call. By default 10.
                 *
                 * @example 5
                 */
                maxAttempts?: components["parameters"]["MaxAttempts"];
                /**
                 * Maximum number of requests, divided by the number that is needed if no request fails. By default 10.
                 *
                 * @example 3
                 */
                maxAmplification?: components["parameters"]["MaxAmplification"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpectedBody"];
                "application/x-ndjson": string;
            };
        };
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
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
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
             * The parts of every operation, each with its number of exchanges, and a list of the missing parts.
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
    streamEvents: {
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
                 * The `operationId` of the request.
                 *
                 * @example bulkUpsertUsers
                 */
                operation?: components["parameters"]["OfOperation"];
                /**
                 * One type of event, or several with commas between them, such as `callQuiet,callGaveUp`.
                 *
                 * @example exchangeEnded
                 */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The stream. `id` is the id of an event, `event` its type and `data` the event as JSON.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    waitUntilIdle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wait"];
            };
        };
        responses: {
            /**
             * The clients are idle.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Idle"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            /**
             * The clients were not idle for so long before the time-out.
             */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminError"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
        };
    };
    getSummary: {
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
             * The overview.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    listRows: {
        parameters: {
            query?: {
                /**
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
                /**
                 * Only the requests after the one with this number. By default all.
                 *
                 * @example 2
                 */
                after?: number;
                /**
                 * Maximum number of rows. By default 10000.
                 *
                 * @example 100
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
             * The rows, and the number of dropped exchanges.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRowList"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    getReconciliation: {
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
             * The number of records for each outcome, and the causes, worst first.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
        };
    };
    reconcile: {
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
                "application/json": components["schemas"]["ExpectedBody"];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /**
             * The number of records for each outcome, and the causes, worst first.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["CodedBody"];
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /**
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
                /**
                 * One outcome, or several with commas between them, such as `lost,inDoubt`.
                 *
                 * @example lost
                 */
                outcome?: string;
                /**
                 * The id of a record. It may be empty.
                 *
                 * @example usr_1
                 */
                id?: string;
                /**
                 * A part of the id or of the stored e-mail address. Capital and small letters are the same.
                 *
                 * @example ada@
                 */
                q?: components["parameters"]["Search"];
                /**
                 * Maximum number of records. By default 100 with `q`, and all without.
                 *
                 * @example 20
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
             * The records, in order of tenant and of first arrival.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Refused"];
        };
    };
    explainRecord: {
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
            path: {
                /**
                 * The id of the record.
                 *
                 * @example usr_1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The stories. There are several if the id belongs to several tenants, or to a user with events.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordStoryList"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Refused"];
        };
    };
    listStoredUsers: {
        parameters: {
            query?: {
                /**
                 * A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.
                 *
                 * @example x1640004486565
                 */
                tenant?: components["parameters"]["Tenant"];
                /**
                 * One of the two APIs.
                 *
                 * @example vibefollow
                 */
                api?: components["parameters"]["OfApi"];
                /**
                 * A part of the id or of the stored e-mail address. Capital and small letters are the same.
                 *
                 * @example ada@
                 */
                q?: components["parameters"]["Search"];
                /**
                 * Maximum number of users. By default 100.
                 *
                 * @example 20
                 */
                limit?: number;
                /**
                 * `next` of the part before.
                 *
                 * @example 100
                 */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The users, and how many there are.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            400: components["responses"]["Refused"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Refused"];
        };
    };
}
