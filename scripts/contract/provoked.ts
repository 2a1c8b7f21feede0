import { toRequest, toWhole } from '../../src/contract/cases.ts';
import type { ContractRequest } from '../../src/contract/send.ts';
import { toStep, type Account, type Step, type Story } from '../../src/contract/story.ts';
import { operationsOf, statusesOf, type DocumentedOperation } from '../../src/openapi/document.ts';
import type { FaultRule } from '../../src/engine/faults.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { MockOptions } from '../../src/config/options.ts';
import type { ApiName, OperationId } from '../../src/openapi/router.ts';

/** Maximum number of bytes in a body for the server under test. */
export const bodyLimit = 1_000_000;
/** A key of another project. The server under test refuses it. */
export const otherKey = `sk_test_${'1'.repeat(32)}`;

/**
 * Stories for the statuses that a harmless request never gets. Where possible, the request or an option causes the
 * status. Otherwise a fault causes it.
 */
export function toProvokedStories(api: ApiName, mock: Mock, account: Account): Story[] {
  return operationsOf(api).flatMap((operation) => {
    const provoke = { operation, mock, request: toRequest(operation, toWhole(operation, account), account) };
    const documented = statusesOf(operation.id);
    const stories = [
      toForbidden(provoke),
      toTooLarge(provoke),
      ...toLimited(provoke),
      toReused(provoke, account),
      ...toFaulted(provoke),
    ];
    return stories.flatMap((steps) =>
      steps.every(({ expected }) => expected.every((one) => documented.includes(one)))
        ? [{ steps, isChain: false }]
        : [],
    );
  });
}

interface Provoked {
  readonly operation: DocumentedOperation;
  readonly mock: Mock;
  readonly request: ContractRequest;
}

function toForbidden({ operation, request }: Provoked): Step[] {
  const headers = { ...request.headers, Authorization: `Bearer ${otherKey}` };
  return [toStep(operation.id, 'a key of another project', { ...request, headers }, { expected: [403] })];
}

/** Prism drops a body that the document does not allow. A fault causes the status of such an operation. */
function toTooLarge({ operation, mock, request }: Provoked): Step[] {
  if (operation.body === undefined) return toFault({ operation, mock, request }, { status: 413 });
  const body = JSON.stringify({ padding: 'a'.repeat(bodyLimit) });
  return [toStep(operation.id, `a body over ${bodyLimit} bytes`, { ...request, body }, { expected: [413] })];
}

function toLimited({ operation, mock, request }: Provoked): Step[][] {
  const { id, api } = operation;
  const limits = { rateLimits: { [id]: { requests: 1, windowSeconds: 60 } } };
  // The first request may fail on an empty server, but the limit does not refuse it.
  const expected = statusesOf(id).filter((status) => status < 429);
  const first = toStep(id, 'the one request of a limit', request, { expected });
  const limited = (way: MockOptions, name: string): Step[] => [
    arrange(mock, () => mock.use({ description: name, options: way }), first),
    toStep(id, name, request, { expected: [429] }),
  ];
  const full = { queueCapacity: 1, drainRate: 0 };
  return [
    limited({ [api]: limits }, 'one request over a limit'),
    ...(['bulkUpsertUsers', 'bulkTrackEvents'].includes(id) ? [limited({ vibefollow: full }, 'a full queue')] : []),
  ];
}

function toReused({ operation, mock, request }: Provoked, account: Account): Step[] {
  const keyed = (body: string | undefined): ContractRequest => ({
    ...request,
    headers: { ...request.headers, 'Idempotency-Key': account.key('reused') },
    ...(body !== undefined && { body }),
  });
  const first = toStep(operation.id, 'a request with an Idempotency-Key', keyed(request.body));
  const second = toStep(operation.id, 'another with the same key', keyed(request.body?.replace(/}$/, ',"more":1}')), {
    expected: [409],
  });
  const options: MockOptions = { vibefollow: { idempotencyReuse: 409 } };
  return [arrange(mock, () => mock.use({ description: 'VF-1', options }), first), second];
}

function toFaulted(provoked: Provoked): Step[][] {
  const faults: FaultRule['fault'][] = [
    { status: 500 },
    { status: 503 },
    { status: 503, retryAfter: 1 },
    { status: 429, retryAfter: { date: 1 } },
  ];
  return faults.map((fault) => toFault(provoked, fault));
}

function toFault({ operation, mock, request }: Provoked, fault: FaultRule['fault'] & { status?: number }): Step[] {
  const { status = 0 } = fault;
  const step = toStep(operation.id, `fault ${JSON.stringify(fault)}`, request, { expected: [status] });
  const on = { operation: operation.id as OperationId };
  return [arrange(mock, () => mock.faults.add({ on, fault }), step)];
}

/** A step that first resets the server and then prepares its state. */
function arrange(mock: Mock, work: () => void, step: Step): Step {
  return {
    ...step,
    request(before): ContractRequest {
      mock.reset();
      work();
      return step.request(before);
    },
  };
}
