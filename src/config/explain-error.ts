import { admin } from '../generated/documents.ts';
import type { ValidationError } from '../generated/validators.ts';
import { isSecretOption } from './secrets.ts';
import { toJsonPieces } from '../runtime/json-pieces.ts';
import { findNearest, suggest } from '../runtime/nearest.ts';
import { maskRoughKeys } from '../openapi/key-forms.ts';
import { toFieldPath, toValidationMessage } from '../openapi/validation-message.ts';

const faultKinds = Object.values(admin.components.schemas).flatMap(faultKindOf);

/**
 * Explains what is wrong with a configured value and what is allowed. `whole` is the name of the value, `part` is the
 * noun for one of its properties.
 */
export function explainErrors(errors: readonly ValidationError[], whole: string, part = 'option'): string {
  const text = explainError(pickError(errors), errors, whole).replace(/^unknown option/, `unknown ${part}`);
  return maskRoughKeys(text);
}

/**
 * The last error sums up the others. A fault is an exception: its schema has an alternative for each kind, and only the
 * errors of the kind that the user meant help. The other alternatives fail only because of their kind.
 */
function pickError(errors: readonly ValidationError[]): ValidationError | undefined {
  const last = errors.at(-1);
  if (last?.keyword !== 'anyOf' || !last.instancePath.endsWith('fault')) return last;
  const fault = Object(last.data) as { kind?: string | number; status?: unknown };
  const kind = fault.kind ?? (fault.status === undefined ? undefined : 'status');
  const misspelt = kind === undefined ? errors.find(findMisspelt) : undefined;
  if (misspelt) return misspelt;
  if (!faultKinds.includes(String(kind))) return { ...last, keyword: 'kind' };
  const ofKind = errors.slice(0, -1).filter(({ parentSchema, instancePath }) => {
    const [other = kind] = faultKindOf(parentSchema ?? {});
    return other === kind && !instancePath.endsWith('/kind');
  });
  return ofKind.at(-1) ?? last;
}

/** Whether the alternatives at a path failed only because of a name or a word that is not there. */
function isTelling(error: ValidationError, path: string): boolean {
  if (error.keyword === 'enum')
    return `${error.instancePath}/`.startsWith(`${path}/`) && typeof error.data === 'string';
  return error.instancePath === path && findMisspelt(error) !== undefined;
}

function explainError(error: ValidationError | undefined, all: readonly ValidationError[], whole: string): string {
  if (error === undefined) return `${whole} is invalid`;
  const { keyword, params, parentSchema = {}, data } = error;
  const path = toFieldPath({ ...error, keyword: '' });
  const subject = path === '' ? whole : path;
  switch (keyword) {
    case 'kind': {
      const { kind } = Object(data) as { kind?: string | number };
      const problem =
        kind === undefined ? `${nameOthers(data)}it needs a status or a kind` : `unknown kind "${String(kind)}"`;
      return `${subject}: ${problem}${suggest(kind ?? '', faultKinds)}`;
    }
    case 'const':
      return `${subject} is ${toShownValue(data, path)}; it must be ${String(params['allowedValue'])}`;
    case 'pattern':
      if (typeof parentSchema['x-form'] === 'string')
        return `${subject} is ${toShownValue(data, path)}; it must be ${parentSchema['x-form']}`;
      return `${subject} is ${toShownValue(data, path)}, which is not of the form ${String(params['pattern'])}`;
    case 'additionalProperties':
      return explainUnknown(String(params['additionalProperty']), error);
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      if (typeof data !== 'string' || findNearest(data, allowed) === undefined) break;
      return `${subject} is ${toShownValue(data, path)}${suggest(data, allowed)}`;
    }
    case 'propertyNames':
      return `a name in ${path} is not of the form ${String(all[0]?.params['pattern'])}`;
    case 'required': {
      const misspelt = findMisspelt(error);
      if (misspelt !== undefined) return explainUnknown(misspelt, error);
      return `${subject} is ${toShownValue(data, path)}: ${toValidationMessage(error, 'it')}`;
    }
    case 'anyOf':
    case 'format': {
      const inner = all.find((one) => isTelling(one, error.instancePath));
      if (inner && inner !== error) return explainError(inner, all, whole);
      return `${subject} is ${toShownValue(data, path)}, which is not this: ${String(parentSchema['description']).replace(/\.$/, '')}`;
    }
  }
  return `${subject} is ${toShownValue(data, path)}; ${toValidationMessage({ ...error, instancePath: '' }, 'it')}`;
}

/** An unknown property of a value, and the known ones. */
function explainUnknown(name: string, { parentSchema = {}, ...error }: ValidationError): string {
  const path = toFieldPath({ ...error, keyword: '' });
  const known = Object.keys(parentSchema['properties'] ?? {});
  return `unknown option "${path === '' ? name : `${path}.${name}`}"${suggest(name, known)}`;
}

/** Such as `it has "connection", but `. Empty without a property. */
function nameOthers(value: unknown): string {
  const [name] = typeof value === 'object' ? Object.keys(Object(value) as object) : [];
  return name === undefined ? '' : `it has "${name}", but `;
}

/** The unknown property that probably was meant to be a missing one. */
function findMisspelt({ keyword, params, parentSchema = {}, data }: ValidationError): string | undefined {
  if (keyword !== 'required') return undefined;
  const known = Object.keys(parentSchema['properties'] ?? {});
  return Object.keys(Object(data) as object).find(
    (name) => !known.includes(name) && findNearest(name, known) === params['missingProperty'],
  );
}

/** The kind of fault that a schema describes, as a list of one or none. */
function faultKindOf({ properties = {} }: { readonly properties?: unknown }): string[] {
  const { kind } = properties as { kind?: { const?: string } };
  return kind?.const === undefined ? [] : [kind.const];
}

/** A value fit to be printed: cut if it is long, and hidden if it is a key. */
function toShownValue(value: unknown, path: string): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  if (isSecretOption(path)) return 'hidden here';
  // The first piece is enough, since the whole text of a state may be too long for one string.
  const [text = ''] = toJsonPieces(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
