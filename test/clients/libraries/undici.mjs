import { Agent, RetryAgent, request } from 'undici';
import { URL_, chunks, headers, report } from './lib.mjs';
const dispatcher = new RetryAgent(new Agent({ headersTimeout: 10_000, bodyTimeout: 10_000 }), {
  maxRetries: 5,
  methods: ['POST'],
  errorCodes: [
    'ECONNRESET',
    'ECONNREFUSED',
    'ENOTFOUND',
    'ENETDOWN',
    'ENETUNREACH',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
  ],
});
for (const chunk of chunks()) {
  const res = await request(URL_, {
    method: 'POST',
    dispatcher,
    headers: headers(),
    body: JSON.stringify({ users: chunk }),
  });
  if (res.statusCode !== 200) throw new Error(`HTTP ${res.statusCode}: ${await res.body.text()}`);
  report(chunk, await res.body.json());
}
