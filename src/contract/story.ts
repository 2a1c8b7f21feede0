import { statusesOf } from '../openapi/document.ts';
import type { JudgedResponse } from './judge.ts';
import type { ContractRequest } from './send.ts';

/** One request of a contract case, and what the document promises for it. */
export interface Step {
  readonly operation: string;
  /** What is asked or what is wrong with it, such as `no credentials`. */
  readonly name: string;
  /** Made of the answers to the steps before it in its story. */
  request(before: readonly JudgedResponse[]): ContractRequest;
  /** The statuses that it may get. */
  readonly expected: readonly number[];
  /** The open question on whose default reading that rests, such as VF-2, and the status of the other reading. */
  readonly question?: Question;
  /** What is wrong with an answer that keeps its schema, if anything is. */
  judge?(answer: JudgedResponse, before: readonly JudgedResponse[]): string | undefined;
  /** Whether the answer says to ask again a little later. */
  isEarly?(answer: JudgedResponse): boolean;
}

export interface Question {
  readonly id: string;
  readonly status: number;
}

/** What a step is to get, where that is more or other than a success. */
export type Expectation = Partial<Pick<Step, 'expected' | 'question' | 'judge'>>;

/** Steps in order. Where each builds on those before it, one that fails ends the story. */
export interface Story {
  readonly steps: readonly Step[];
  readonly isChain: boolean;
}

/** Who asks, and what is used only for the contract checks. */
export interface Account {
  /** Headers with the key. */
  readonly credentials: Readonly<Record<string, string>>;
  /** What is never printed. */
  readonly secret: string;
  /** Id of the tenant, where parameters name it. Empty where the key tells it. */
  readonly tenant: string;
  /** The id of a user that belongs to the contract checks. */
  id(purpose: string): string;
  /** An Idempotency-Key, the same for the same purpose, and another in the next run. */
  key(purpose: string): string;
}

/** A step that needs nothing of those before it, and is to succeed unless it is said what else it may get. */
export function toStep(operation: string, name: string, request: ContractRequest, promise: Expectation = {}): Step {
  const expected = statusesOf(operation).filter((status) => status < 300);
  return { operation, name, request: () => request, expected, ...promise };
}
