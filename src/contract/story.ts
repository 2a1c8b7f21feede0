import { statusesOf } from '../openapi/document.ts';
import type { JudgedResponse } from './judge.ts';
import type { ContractRequest } from './send.ts';

/** One request of a contract case, and the answers that the document allows. */
export interface Step {
  readonly operation: string;
  /** The subject of the request, such as `no credentials`. */
  readonly name: string;
  /** Makes the request from the answers to the earlier steps of the story. */
  request(before: readonly JudgedResponse[]): ContractRequest;
  /** The allowed statuses. */
  readonly expected: readonly number[];
  /** The open question that `expected` answers, such as VF-2, and the status by the other reading. */
  readonly question?: Question;
  /** Finds a problem in the content of an answer whose form is right. */
  judge?(answer: JudgedResponse, before: readonly JudgedResponse[]): string | undefined;
  /** Whether the answer says that the work is not finished yet. */
  isEarly?(answer: JudgedResponse): boolean;
}

export interface Question {
  readonly id: string;
  readonly status: number;
}

/** The expectation for a step, if it is not simply a success. */
export type Expectation = Partial<Pick<Step, 'expected' | 'question' | 'judge'>>;

/** Steps in order. In a chain each step needs the earlier steps, so a failed step ends the story. */
export interface Story {
  readonly steps: readonly Step[];
  readonly isChain: boolean;
}

/** The credentials of the requests, and the ids of test users. */
export interface Account {
  /** Headers with the key. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The secret part, which is never printed. */
  readonly secret: string;
  /** Id of the tenant for parameters. Empty if the key identifies the tenant. */
  readonly tenant: string;
  /** The id of a test user. */
  id(purpose: string): string;
  /** An Idempotency-Key. It is the same for one purpose in one run. */
  key(purpose: string): string;
}

/** A step that needs no earlier answers. Without an expectation it must succeed. */
export function toStep(operation: string, name: string, request: ContractRequest, expectation: Expectation = {}): Step {
  const expected = statusesOf(operation).filter((status) => status < 300);
  return { operation, name, request: () => request, expected, ...expectation };
}
