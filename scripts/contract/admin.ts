import { toRequest } from '../../src/contract/cases.ts';
import type { RequestDraft } from '../../src/contract/mutations.ts';
import { operationsOf, resolveReference, statusesOf, type DocumentedOperation } from '../../src/openapi/document.ts';
import type { ContractRequest } from '../../src/contract/send.ts';
import { toStep, type Account, type Step, type Story } from '../../src/contract/story.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { bodyLimit } from './provoked.ts';

/**
 * The documented statuses without a stream, which has no end, since Prism reads each answer to its end. A server has the
 * page, so only a mock in process refuses it.
 */
export function checkedStatusesOf({ id, api, operation }: DocumentedOperation): number[] {
  const typesOf = (status: number): string[] =>
    Object.keys(resolveReference(api, operation.responses[status] ?? {}).content ?? {});
  const isPage = typesOf(200).includes('text/html');
  return statusesOf(id).filter(
    (status) => !typesOf(status).includes('text/event-stream') && (!isPage || status === 200),
  );
}

/** Stories for every documented status of every operation of the admin API. */
export function toAdminStories(mock: Mock, account: Account): Story[] {
  return operationsOf('admin').map((operation) => {
    const documented = checkedStatusesOf(operation);
    const steps = toSteps(operation, account).filter(({ expected }) =>
      expected.every((one) => documented.includes(one)),
    );
    return { isChain: false, steps: steps.map((step) => withRule(mock, step)) };
  });
}

function toSteps(operation: DocumentedOperation, account: Account): Step[] {
  const { id, operation: object, parameters } = operation;
  const examples = Object.entries(
    object.requestBody?.content['application/json'].examples ?? { none: { value: undefined } },
  );
  const [[, { value }] = ['', { value: undefined }]] = examples;
  const path = Object.fromEntries(inPlace(parameters, 'path'));
  const plain: RequestDraft = { query: {}, path, headers: {}, body: value };
  // A search and an id exclude each other.
  const together = inPlace(parameters, 'query').filter(
    ([name], _, all) => name !== 'id' || !all.some(([one]) => one === 'q'),
  );
  const whole: RequestDraft = { ...plain, query: Object.fromEntries(together) };
  const write = (made: RequestDraft): ContractRequest => toRequest(operation, made, account);
  const stranger = { ...write(plain), headers: { 'Content-Type': 'application/json' } };
  const coded = write(plain);
  const wrongQuery = { ...plain, query: { tenant: '' } };
  const queries = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  // A search has no other answer if nobody is found, but a list of a tenant that nobody has named does.
  const named = queries.includes('id') ? 'id' : 'tenant';
  const nobody = {
    ...plain,
    path: Object.fromEntries(parameters.filter((one) => one.in === 'path').map(toNobody)),
    query: queries.includes(named) ? { [named]: 'nobody' } : {},
  };
  return [
    ...examples.map(([name, one]) => toStep(id, `example ${name}`, write({ ...plain, body: one.value }))),
    toStep(id, 'with all parameters', write(whole)),
    toStep(id, 'without the token', stranger, { expected: [403] }),
    toStep(id, 'wrong', write(value === undefined ? wrongQuery : { ...plain, body: { unknown: 1 } }), {
      expected: [400],
    }),
    toStep(id, `a body over ${bodyLimit} bytes`, write({ ...plain, body: { padding: 'a'.repeat(bodyLimit) } }), {
      expected: [413],
    }),
    toStep(
      id,
      'a coded body',
      { ...coded, headers: { ...coded.headers, 'Content-Encoding': 'gzip' } },
      { expected: [415] },
    ),
    toStep(id, 'nothing of that name', write(nobody), { expected: [404] }),
    toStep(id, 'while a client is busy', write({ ...plain, body: { idle: 1, timeout: 20 } }), { expected: [408] }),
  ];
}

/** A value that names nothing. */
function toNobody({ name, schema }: DocumentedOperation['parameters'][number]): [string, string] {
  return [name, schema.type === 'integer' ? '999999999' : 'nobody'];
}

function inPlace(parameters: DocumentedOperation['parameters'], place: 'query' | 'path'): [string, unknown][] {
  return parameters.filter((one) => one.in === place).map(({ name, example }) => [name, example]);
}

const busy = 'busy';

/** Adds a fault rule and sends a record first, so that the request finds them. A busy client has a request under way. */
function withRule(mock: Mock, step: Step): Step {
  return {
    ...step,
    request(before): ContractRequest {
      mock.reset(busy);
      mock.faults.clear();
      mock.faults.add({ on: { tenant: 'nobody' }, fault: { status: 503 } });
      void mock.fetch('/cdp/api/v1/user?bot=x1640004486565', {
        method: 'POST',
        // Without a key the record is lost.
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userId: 'usr_1' }),
      });
      if (step.expected.includes(408)) {
        mock.faults.add({ on: { tenant: busy }, fault: { kind: 'hang' } });
        mock.fetch(`/cdp/api/v1/user?bot=${busy}`).catch(() => undefined); // the reset breaks it
      }
      const request = step.request(before);
      // The example names the first request of a mock.
      const [{ number } = { number: 1 }] = mock.journal.exchanges();
      return { ...request, path: request.path.replace(/\/exchanges\/1$/, `/exchanges/${number}`) };
    },
  };
}
