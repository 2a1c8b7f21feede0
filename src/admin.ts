import type { AnswerOf } from './api.ts';
import type { components, operations } from './generated/admin.ts';
import { version } from './generated/version.ts';
import type { Mock } from './mock.ts';
import type { Answer } from './pipeline.ts';
import { parseUrl } from './url.ts';

/** What an adapter serves. */
export type Served = Pick<Mock, 'handle' | 'options'>;

interface Refused {
  readonly status: 404 | 405;
  readonly body: components['schemas']['AdminError'];
}

/** Puts the control API (openapi/admin.yaml) in front of a mock: paths under `/__admin/` are its own. */
export function withAdmin(mock: Served): Served {
  return {
    options: mock.options,
    async handle(request): Promise<Answer> {
      const { path } = parseUrl(request.url);
      return path.startsWith('/__admin/') ? toAnswer(answer(request.method, path)) : mock.handle(request);
    },
  };
}

function answer(method: string, path: string): AnswerOf<operations['getHealth']> | Refused {
  const known = 'Use GET /__admin/health.';
  if (path !== '/__admin/health') return { status: 404, body: { error: `No admin resource ${path}. ${known}` } };
  if (method !== 'GET') return { status: 405, body: { error: `${path} takes GET, not ${method}. ${known}` } };
  return { status: 200, body: { status: 'ok', version } };
}

function toAnswer({ status, body }: { readonly status: number; readonly body: object }): Answer {
  const allow: Record<string, string> = status === 405 ? { Allow: 'GET' } : {};
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...allow },
    body: JSON.stringify(body),
  };
}
