import { apiNames, documents, operationOf } from '../openapi/router.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { nameAttempt, nameRecords } from '../journal/wording.ts';

export const chunkSize: Rule = {
  id: 'chunk-size',
  title: 'Chunks are no larger than documented',
  requirement: 'No request carries more records than the document of its operation allows.',
  source: 'VibeFollow users/bulk, events/batch and events/bulk pages; Yellow.ai add-users-bulk page',
  level: 'MUST',
  check({ exchanges }): readonly Finding[] | undefined {
    const bulk = exchanges.flatMap((exchange) => {
      const max = exchange.operation && operationOf(exchange.operation).records?.max;
      return max !== undefined && exchange.records > 0 ? [{ exchange, max }] : [];
    });
    if (bulk.length === 0) return undefined;
    return bulk.flatMap(({ exchange, max }) =>
      exchange.records <= max
        ? []
        : [
            toFinding(`${nameAttempt(exchange)} carries ${exchange.records} records; at most ${max} are allowed`, [
              exchange,
            ]),
          ],
    );
  },
};

export const authInHeader: Rule = {
  id: 'auth-in-header',
  title: 'The key goes in the header',
  requirement:
    'Every request carries its key in the documented header, and never in the URL, because logs contain URLs.',
  source: 'VibeFollow authentication page; Yellow.ai add-users-bulk page (X-Auth-Token); RFC 6750, section 5.3',
  level: 'MUST',
  check({ exchanges }): readonly Finding[] | undefined {
    if (exchanges.length === 0) return undefined;
    return exchanges.flatMap((exchange) => {
      if (exchange.credential === 'header') return [];
      const where = exchange.credential === 'url' ? 'has a key in its URL' : 'has no key in a header';
      return [toFinding(`${nameAttempt(exchange)} ${where}`, [exchange])];
    });
  },
};

const files = apiNames.map((api) => `openapi/${api}.yaml`).join(' and ');
const versions = new Set(apiNames.map((api) => documents[api].openapi));

export const validRequests: Rule = {
  id: 'valid-requests',
  title: 'Requests match the document',
  requirement:
    'Path, method, parameters, headers and the body around the records match the OpenAPI document. The request has no unknown names.',
  source: `${files} of vf-mock (OpenAPI ${[...versions].join(', ')})`,
  level: 'MUST',
  check({ exchanges }): readonly Finding[] | undefined {
    if (exchanges.length === 0) return undefined;
    return exchanges.flatMap((exchange) => {
      const { violations = [], unknown } = exchange;
      const broken = violations.map((violation) => toFinding(`${nameAttempt(exchange)}: ${violation}`, [exchange]));
      if (unknown === undefined) return broken;
      const names = `${nameAttempt(exchange)} carries ${nameRecords(unknown)}, which the document does not have`;
      return [...broken, toFinding(names, [exchange])];
    });
  },
};
