import { startPrism, type Prism } from './prism.ts';
import { markHeader, startRelay, toPrismStatus, type Relay } from './relay.ts';
import {
  send,
  toJson,
  type ContractRequest,
  type SendResult,
  type SendOptions,
  type ReceivedResponse,
} from './send.ts';

/** An answer, and the violations of the document that Prism found in it. Violations in the request are left out. */
export interface JudgedResponse extends ReceivedResponse {
  readonly violations: readonly string[];
}

/** An answer, or the reason why there is none. */
export type JudgedResult = JudgedResponse | { readonly broken: string };

/** Sends requests to a server through Prism. */
export interface PrismJudge {
  /** Version of Prism. */
  readonly version: string;
  ask(request: ContractRequest): Promise<JudgedResult>;
  close(): Promise<void>;
}

/** The path of the document, the base URL of the server, and the time-out of its answers. */
export interface JudgeOptions extends SendOptions {
  readonly document: string;
  readonly upstream: string;
}

/** Additional milliseconds for Prism. */
const overhead = 30_000;

/**
 * Starts Prism in front of a server.
 *
 * @throws The errors of `startPrism`.
 */
export async function openJudge({ document, upstream, ...sendOptions }: JudgeOptions): Promise<PrismJudge> {
  const { timeout, signal } = sendOptions;
  const relay = await startRelay(upstream, sendOptions);
  const start = async (): Promise<Prism> => startPrism({ document, upstream: relay.url, signal });
  let prism = await start().catch(async (error: unknown) => {
    await relay.close();
    throw error;
  });
  let count = 0;
  return {
    version: prism.version,
    async ask(request): Promise<JudgedResult> {
      const mark = String((count += 1));
      const marked = { ...request, headers: { ...request.headers, [markHeader]: mark } };
      const judged = await send(prism.url, marked, { timeout: timeout + overhead, signal });
      if ('broken' in judged) {
        // Prism can end, for example if the name of a violation is not Latin.
        await prism.close();
        prism = await start();
      }
      return toJudgedResult(judged, takeAnswer(relay, mark));
    },
    async close(): Promise<void> {
      await prism.close();
      await relay.close();
    },
  };
}

function takeAnswer(relay: Relay, mark: string): SendResult {
  return relay.take(mark) ?? { broken: 'Prism did not pass the request on' };
}

function toJudgedResult(judged: SendResult, received: SendResult): JudgedResult {
  if ('broken' in received) return received;
  if ('broken' in judged)
    return { ...received, violations: [`Prism ended when it judged the answer (${judged.broken})`] };
  return { ...received, violations: findViolations(judged, received) };
}

function findViolations(judged: ReceivedResponse, received: ReceivedResponse): string[] {
  if (judged.status === toPrismStatus(received.status)) return toViolations(judged.headers.get('sl-violations'));
  // Prism answered with its own error.
  const { title } = (judged.body ?? {}) as { title?: unknown };
  const reason = typeof title === 'string' ? title : judged.text;
  return [/^invalid json/i.test(reason) ? 'the body is not JSON' : `Prism could not judge the answer: ${reason}`];
}

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** Reads the header `sl-violations`. Prism cuts it off after 8 kB. Then the last, incomplete violation is dropped. */
function toViolations(header: string | null): string[] {
  if (header === null) return [];
  const list = header.replace(/^Too many violations! /, '');
  const isCut = list !== header;
  const violations = toJson(isCut ? `${list.slice(0, list.lastIndexOf('},{'))}}]` : list);
  const known = Array.isArray(violations) ? (violations as readonly Violation[]) : [];
  const ofAnswer = known.filter(({ location }) => location[0] === 'response').map(toViolationText);
  return [...new Set([...ofAnswer, ...(isCut ? ['there are more violations than Prism reports'] : [])])];
}

function toViolationText({ location, message }: Violation): string {
  return location.includes('header') ? `${message} (header ${location.at(-1) ?? ''})` : message;
}
