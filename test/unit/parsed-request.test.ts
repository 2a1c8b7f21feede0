import { expect, test } from 'vitest';
import { parseRequest, receiveRequest } from '../../src/engine/parse-request.ts';
import { plainReading } from '../../src/engine/record-reading.ts';
import { validateRequest } from '../../src/engine/validate.ts';
import type { FoundOperation } from '../../src/openapi/router.ts';
import { key } from '../_setup.ts';

const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
const event = { external_user_id: 'usr_1', name: 'trial_started' };

test.each([
  ['/api/v1/events', event],
  ['/api/v1/events/batch', { events: [event] }],
  ['/api/v1/events/bulk', { events: [event, { external_user_id: '' }] }],
])('validation of %s fills in defaults, and leaves the request as it was sent', (url, sent) => {
  const arrival = receiveRequest({ method: 'POST', url, headers, body: JSON.stringify(sent) }, 1, 0);
  const identify = (): { id: string; shownName: string } => ({ id: 'prj_1', shownName: 'sk_test_…0000' });
  const api = { identify, reading: plainReading, recordIdOf: (_tenant: string, id: string): string => id };
  const parsed = parseRequest(arrival, arrival.route as FoundOperation, api, 1000);
  const validation = validateRequest(parsed);
  expect(JSON.stringify(validation)).toContain('"properties":{}');
  expect([parsed.body, validateRequest(parsed)]).toEqual([sent, validation]);
  expect([arrival, parsed].map(Object.isFrozen)).toEqual([true, true]);
});
