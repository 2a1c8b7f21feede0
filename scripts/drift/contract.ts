import { follow, isObject, toList, toObject, type Json } from './json.ts';

/** The operations of an API by method and path. In the path each parameter is `{}`. */
export type Contract = ReadonlyMap<string, Operation>;

export interface Operation {
  /** Method and path of the document, such as `GET /cdp/api/v1/user/{userId}`. */
  readonly name: string;
  readonly isDeprecated: boolean;
  /** Parameters by place, such as `query.bot`. A path parameter has its number as its name. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly body?: Body;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Ways to authenticate. Equal ways have the same key. */
  readonly security: ReadonlyMap<string, string>;
}

export interface Parameter {
  readonly place: string;
  readonly required: boolean;
  readonly schema: unknown;
  /** The serialization of a list or an object. */
  readonly style: string;
}

export interface Body {
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
  /** The schema of the JSON body, if there is one. */
  readonly schema?: unknown;
}

export interface Answer {
  readonly headers: ReadonlyMap<string, Parameter>;
  readonly body?: Body;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Reads a document. Of several base paths, it takes the one that leads to a `known` operation. */
export function toContract(document: Json, known: Contract = new Map()): Contract {
  const operations = new Map<string, Operation>();
  for (const [path, reference] of Object.entries(toObject(document['paths']))) {
    const item = toObject(follow(document, reference));
    for (const [method, operation] of Object.entries(item)) {
      if (!methods.includes(method) || !isObject(operation)) continue;
      const names = toBases(operation['servers'] ?? item['servers'] ?? document['servers']).map(
        (base) => `${method.toUpperCase()} ${`${base}${path}`.replace(/(?<=.)\/$/, '')}`,
      );
      const name = names.find((one) => known.has(toKey(one))) ?? names[0] ?? path;
      if (!operations.has(toKey(name))) operations.set(toKey(name), toOperation(document, name, item, operation));
    }
  }
  return operations;
}

function toKey(name: string): string {
  return name.replaceAll(/\{[^}]*\}/g, '{}');
}

/** The paths of servers without the slash at the end. */
function toBases(servers: unknown): string[] {
  const bases = toList(servers).map((server) => {
    const { url, variables } = toObject(server);
    const filled = String(url).replaceAll(/\{([^}]*)\}/g, (_, name: string) => {
      const { default: value } = toObject(toObject(variables)[name]);
      return typeof value === 'string' ? value : name;
    });
    return filled
      .replace(/^[a-z]+:\/\/[^/]*/i, '')
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '');
  });
  return bases.length === 0 ? [''] : bases;
}

function toOperation(document: Json, name: string, item: Json, operation: Json): Operation {
  const body = toBody(document, operation['requestBody']);
  const answers = Object.entries(toObject(operation['responses'])).map(([status, answer]) => [
    status.toUpperCase().replace('DEFAULT', 'default'),
    toAnswer(document, answer),
  ]);
  return {
    name,
    isDeprecated: operation['deprecated'] === true,
    parameters: toParameters(document, name, [...toList(item['parameters']), ...toList(operation['parameters'])]),
    ...(body && { body }),
    answers: new Map(answers as [string, Answer][]),
    security: toSecurity(document, operation['security'] ?? document['security']),
  };
}

/** Merges parameters. A later one replaces an earlier one, so an operation overrides its path. */
function toParameters(document: Json, name: string, list: readonly unknown[]): Map<string, Parameter> {
  const inPath = [...name.matchAll(/\{([^}]*)\}/g)].map(([, one]) => one);
  const parameters = new Map<string, Parameter>();
  for (const reference of list) {
    const parameter = toObject(follow(document, reference));
    if (typeof parameter['name'] !== 'string') continue;
    const place = `${String(parameter['in'])}.${parameter['name']}`;
    const key = parameter['in'] === 'header' ? place.toLowerCase() : place;
    // The media types and the security schemes describe these headers.
    if (['header.accept', 'header.content-type', 'header.authorization'].includes(key)) continue;
    const number = parameter['in'] === 'path' ? inPath.indexOf(parameter['name']) : -1;
    parameters.set(number < 0 ? key : `path.${number}`, toParameter(place, parameter));
  }
  return parameters;
}

function toParameter(place: string, parameter: Json): Parameter {
  const usual = parameter['in'] === 'query' || parameter['in'] === 'cookie' ? 'form' : 'simple';
  const { style = usual, explode = style === 'form' } = parameter;
  const [content] = Object.values(toObject(parameter['content']));
  return {
    place,
    required: parameter['required'] === true || parameter['in'] === 'path',
    schema: content === undefined ? (parameter['schema'] ?? true) : toObject(content)['schema'],
    style: content === undefined ? `${String(style)}, ${explode === true ? 'exploded' : 'not exploded'}` : 'content',
  };
}

function toBody(document: Json, reference: unknown): Body | undefined {
  const body = toObject(follow(document, reference));
  const content = Object.entries(toObject(body['content']));
  if (content.length === 0) return undefined;
  const entries = content.map(([type, value]) => [type.toLowerCase().replace(/;.*/, '').trim(), value] as const);
  const wanted = [/^application\/json$/, /[/+]json$/, /^(\*|application)\/\*$/];
  const json = wanted.map((type) => entries.find(([name]) => type.test(name))).find((entry) => entry !== undefined);
  return {
    required: body['required'] === true,
    mediaTypes: entries.map(([name]) => name),
    ...(json && { schema: toObject(json[1])['schema'] ?? true }),
  };
}

function toAnswer(document: Json, reference: unknown): Answer {
  const answer = toObject(follow(document, reference));
  const body = toBody(document, answer);
  const headers = Object.entries(toObject(answer['headers'])).flatMap(([name, header]): [string, Parameter][] => {
    const parameter = { ...toObject(follow(document, header)), in: 'header' };
    return /^content-type$/i.test(name) ? [] : [[name.toLowerCase(), toParameter(`header.${name}`, parameter)]];
  });
  return { headers: new Map(headers), ...(body && { body }) };
}

function toSecurity(document: Json, requirements: unknown): Map<string, string> {
  const schemes = toObject(toObject(document['components'])['securitySchemes']);
  const ways = toList(requirements).map((requirement) =>
    Object.keys(toObject(requirement))
      .map((name) => toScheme(toObject(follow(document, schemes[name]))))
      .sort()
      .join(' and '),
  );
  return new Map(ways.map((way) => [way.toLowerCase(), way]));
}

function toScheme({ type, scheme, in: place, name }: Json): string {
  if (type === 'http') return `http ${String(scheme).toLowerCase()}`;
  return type === 'apiKey' ? `${String(place)} ${String(name)}` : String(type);
}
