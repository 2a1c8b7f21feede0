import type { Call } from './api.ts';
import type { Arrival } from './arrival.ts';
import { headers as headerParameters } from './generated/validators.ts';
import { toMessage } from './problem.ts';
import { idsOf } from './records.ts';
import type { Refusal } from './refusal.ts';
import { check, validate } from './validate.ts';

/**
 * Where a request breaks the OpenAPI document. Neither its records count, which are data and judged by what becomes of
 * them, nor how many they are, nor a missing key: each has a rule of its own.
 */
export function findViolations({ found, call }: Arrival): string[] {
  if ('refusal' in found) return [found.refusal.message];
  if (call === undefined) return [];
  const { refusal } = call.validated ?? { refusal: judge(call) };
  const header = check(headerParameters[call.operation.id], call.headers);
  return [
    ...(refusal && !isOfRecords(refusal, call) ? [refusal.message] : []),
    ...(header ? [toMessage(header, 'The headers')] : []),
  ];
}

/** A call that a fault or a refusal took before its turn to be validated came. */
function judge(call: Call): Refusal | undefined {
  if (!call.operation.hasBody) return validate({ ...call });
  const body = call.read();
  return 'refusal' in body ? body.refusal : validate({ ...call, body: body.value });
}

function isOfRecords({ field = '' }: Refusal, call: Call): boolean {
  const { property, max = Infinity } = call.operation.records ?? {};
  if (property === undefined) return false;
  return field.startsWith(`${property}[`) || (field === property && idsOf(call).length > max);
}
