import type { RuleId } from '../rules/rule.ts';

/** A kind of cause: a rule that the client broke, or something else that the client did or did not do. */
export type CauseKind =
  | RuleId
  | 'no-request'
  | 'failed-start'
  | 'crash'
  | 'stopped'
  | 'signal'
  | 'output'
  | 'refused'
  | 'invalid-values'
  | 'changed-values'
  | 'stops-at-rejection'
  | 'trusts-broken-answer'
  | 'gives-up-early'
  | 'never-sent'
  | 'wrong-exit-code'
  | 'silent-loss'
  | 'no-message'
  | 'keeps-sending'
  | 'unnamed-rejections'
  | 'not-repeatable'
  | 'short-time-limit';

interface KindFacts {
  /** What the client did or did not do. A function takes the answers after which the client did so. */
  readonly message?: string | ((answers: string) => string);
  /** What to change. */
  readonly advice: string;
}

const kinds: Readonly<Record<CauseKind, KindFacts>> = {
  'chunk-size': {
    message: 'The client sent more records in one request than the API allows.',
    advice: 'Split the records into chunks of at most the documented size before the first request.',
  },
  'auth-in-header': {
    message: 'The client did not send its key in the header alone.',
    advice: 'Send the key in the documented header of each request, and take it out of the URL.',
  },
  'valid-requests': {
    message: 'The client sent requests that the API does not document.',
    advice: 'Compare the path, the names and the values in the findings with the document of the API.',
  },
  'retry-after-honored': {
    message: 'The client sent again before the time of Retry-After.',
    advice: 'Read Retry-After as seconds and as an HTTP date, and send nothing to the API before that time.',
  },
  'retries-transient': {
    message: (answers) => `The client did not send the chunk again after ${answers}.`,
    advice:
      'Send the same chunk again after 429, 500, 502, 503, 504, a broken connection and a time-out, at least twice and with growing waits.',
  },
  'no-retry-on-permanent': {
    message: 'The client sent a request again that was refused for good.',
    advice: 'After a 4xx other than 408, 425 and 429 do not send the same records again. Report the failure.',
  },
  'same-payload-on-retry': {
    message: 'The client changed the chunk when it sent it again.',
    advice: 'Build the body and the Idempotency-Key of a chunk once, and send both unchanged in each attempt.',
  },
  'fresh-key-per-call': {
    message: 'The client used one Idempotency-Key for several chunks.',
    advice: 'Make a new Idempotency-Key for each chunk. Keep it only for the attempts of this chunk.',
  },
  'backoff-grows': {
    message: 'The waits of the client did not become longer.',
    advice: 'Without Retry-After, double the wait after each failed attempt of a chunk.',
  },
  'backoff-jitters': {
    message: 'The client waited equally long before its retries.',
    advice: 'Without Retry-After, multiply each wait by a random number.',
  },
  'bounded-attempts': {
    message: 'The client made too many attempts.',
    advice: 'Give up a chunk after a limited number of attempts, such as 5, and report the failure.',
  },
  'queue-full-backs-off': {
    message: 'The client did not back off from the full queue.',
    advice: 'When the queue is full, wait, and then go on with chunks that are no larger than before.',
  },
  complete: {
    advice: 'Follow the calls below to find the place where the records are lost.',
  },
  'exactly-once-effect': {
    message: 'The client sent a chunk again, and it took effect twice.',
    advice:
      'Send the same Idempotency-Key with each attempt of a chunk, or send records that are stored once: users with an id, events with a timestamp.',
  },
  'drops-invalid-row': {
    message: 'The client did not send the other rows of a refused chunk again.',
    advice: 'Take the row out that the answer names, send the other rows again, and report the bad row.',
  },
  'no-request': {
    advice: 'Send the records of VF_MOCK_RECORDS to the base URL of the environment, and not to a fixed host.',
  },
  'failed-start': {
    advice: 'Mend this error first. The command must run as it stands, with the environment of certify.',
  },
  crash: {
    advice:
      'Mend this error. If a record or an answer caused it, go on with the rest and report the failure at the end.',
  },
  stopped: {
    advice: 'Look for the place where the client waits or repeats without end. Give each wait and each loop a limit.',
  },
  signal: {
    advice: 'Find out what sent the signal: the client itself, a limit on memory, or another program.',
  },
  output: {
    advice: 'Write a line for each chunk or for each failure, and not whole records or answers.',
  },
  refused: {
    advice: 'Compare the URL, the key and the body of this request with the document of the API.',
  },
  'invalid-values': {
    message: 'The client changed valid records, so that the API rejected them.',
    advice: 'Send each value as it stands in the file. Look at what the client cuts, converts or encodes.',
  },
  'changed-values': {
    message: 'The client changed the values of records.',
    advice: 'Send each value as it stands in the file. Look at what the client cuts, converts or encodes.',
  },
  'stops-at-rejection': {
    message: 'The client stopped when the API rejected some records, and never sent the later ones.',
    advice: 'Note each rejected record, go on with the next chunk, and report the rejected records at the end.',
  },
  'trusts-broken-answer': {
    message: (answers) => `The client took ${answers} for a success.`,
    advice:
      'Read the whole body, and take only a body that the API documents for a success. Otherwise send the chunk again.',
  },
  'gives-up-early': {
    message: (answers) => `The client gave up a chunk after ${answers}.`,
    advice: 'Allow at least three attempts of a chunk.',
  },
  'never-sent': {
    message: 'The client never sent some of the records, and exited with 0.',
    advice: 'Check how the client splits the records into chunks, and whether it sends the last chunk.',
  },
  'wrong-exit-code': {
    advice: 'Exit with 0 if all records that can be delivered were delivered.',
  },
  'silent-loss': {
    message: 'The client exited with 0, although it did not deliver all records.',
    advice: 'Count what was not delivered, print a message about it, and exit with another code than 0.',
  },
  'no-message': {
    advice: 'Print which records were not delivered, and why, before the client exits.',
  },
  'keeps-sending': {
    message: 'The client went on with requests after a refusal that concerns all of them.',
    advice: 'After 401 or 403 stop all requests at once, and report the failure.',
  },
  'unnamed-rejections': {
    message: 'The output of the client does not name all rejected records.',
    advice: 'Print the id of each record that an answer reports as rejected, and the reason.',
  },
  'not-repeatable': {
    message: 'Two runs of the same job left different users.',
    advice: 'Send only values that come from the records, and no times, random numbers or ids of the run.',
  },
  'short-time-limit': {
    message: 'The client gave up an answer that was only slow.',
    advice: 'Wait at least 10 seconds for an answer.',
  },
};

/** Sorts of answers after which a client may not send again, with what to change if it does so after the others. */
const answerSorts: readonly (readonly [name: RegExp, advice: string])[] = [
  [/^\d+$/, kinds['retries-transient'].advice],
  [
    /^\d+ with /,
    'Read Retry-After as seconds and as an HTTP date. If it is neither, take it for absent, and send the same chunk again.',
  ],
  [
    /^a truncated|^a gateway/,
    'Read the whole body where the client catches failures. If it is cut off, send the same chunk again, as after a broken connection.',
  ],
  [/^/, 'Catch every error of the connection and every time-out, not only statuses, and send the same chunk again.'],
];

/** Number of the sort of the first answer that has a plain status, or else of the first answer. */
export function sortOf(answers: readonly string[]): number {
  return Math.min(...answers.map((answer) => answerSorts.findIndex(([name]) => name.test(answer))));
}

/** What to change to mend a cause of this kind. `sort` is the sort of answers that it is about, if it is about one. */
export function adviceOf(kind: CauseKind, sort?: number): string {
  return (sort === undefined ? undefined : answerSorts[sort]?.[1]) ?? kinds[kind].advice;
}

/** What the client did, in one sentence. `undefined` if the kind does not say it without the case. */
export function describeCause(kind: CauseKind, answers: readonly string[]): string | undefined {
  const { message } = kinds[kind];
  return typeof message === 'function' ? message(listWords(answers)) : message;
}

/** Such as `500, 503 or a reset`. */
function listWords(words: readonly string[]): string {
  return words.join(', ').replace(/, ([^,]*)$/, ' or $1');
}
