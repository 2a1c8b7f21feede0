import { startPrism, type Prism } from './prism.ts';
import { markHeader, startRelay, toTold, type Relay } from './relay.ts';
import {
  send,
  toJson,
  type ContractRequest,
  type SendResult,
  type SendOptions,
  type ReceivedResponse,
} from './send.ts';

/** What a server said, and where that breaks its document, in Prism's words. What it says of the request is left out. */
export interface JudgedResponse extends ReceivedResponse {
  readonly violations: readonly string[];
}

/** An answer, or why there is none. */
export type JudgedResult = JudgedResponse | { readonly broken: string };

/** Asks a server through Prism. */
export interface PrismJudge {
  /** Version of Prism. */
  readonly version: string;
  ask(request: ContractRequest): Promise<JudgedResult>;
  close(): Promise<void>;
}

/** The document, by the path of its file, the base URL of the server, and how long to wait for that. */
export interface JudgeOptions extends SendOptions {
  readonly document: string;
  readonly upstream: string;
}

/** Milliseconds that Prism gets for itself. */
const overhead = 30_000;

/**
 * Puts Prism before a server.
 *
 * @throws As `startPrism`.
 */
export async function openJudge({ document, upstream, ...patience }: JudgeOptions): Promise<PrismJudge> {
  const { timeout, signal } = patience;
  const relay = await startRelay(upstream, patience);
  const start = async (): Promise<Prism> => startPrism({ document, upstream: relay.url, signal });
  let prism = await start().catch(async (error: unknown) => {
    await relay.close();
    throw error;
  });
  let asked = 0;
  return {
    version: prism.version,
    async ask(request): Promise<JudgedResult> {
      const mark = String((asked += 1));
      const marked = { ...request, headers: { ...request.headers, [markHeader]: mark } };
      const judged = await send(prism.url, marked, { timeout: timeout + overhead, signal });
      if ('broken' in judged) {
        // It ends, for instance, over a violation whose name is not Latin.
        await prism.close();
        prism = await start();
      }
      return toSent(judged, takeFrom(relay, mark));
    },
    async close(): Promise<void> {
      await prism.close();
      await relay.close();
    },
  };
}

function takeFrom(relay: Relay, mark: string): SendResult {
  return relay.take(mark) ?? { broken: 'Prism did not pass the request on' };
}

function toSent(judged: SendResult, heard: SendResult): JudgedResult {
  if ('broken' in heard) return heard;
  if ('broken' in judged) return { ...heard, violations: [`Prism ended when it judged the answer (${judged.broken})`] };
  return { ...heard, violations: findViolations(judged, heard) };
}

function findViolations(judged: ReceivedResponse, heard: ReceivedResponse): string[] {
  if (judged.status === toTold(heard.status)) return toViolations(judged.headers.get('sl-violations'));
  // An error of its own instead of the answer.
  const { title } = (judged.body ?? {}) as { title?: unknown };
  const reason = typeof title === 'string' ? title : judged.text;
  return [/^invalid json/i.test(reason) ? 'the body is not JSON' : `Prism could not judge the answer: ${reason}`];
}

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** From the header `sl-violations`, which Prism cuts off after 8 kB: then with as many of them as came whole. */
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
