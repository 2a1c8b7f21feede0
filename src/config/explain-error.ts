import { admin } from '../generated/documents.ts';
import type { ValidationError } from '../generated/validators.ts';
import { isSecretOption } from './secrets.ts';
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
  if (!faultKinds.includes(String(kind))) return { ...last, keyword: 'kind' };
  const ofKind = errors.slice(0, -1).filter(({ parentSchema, instancePath }) => {
    const [other = kind] = faultKindOf(parentSchema ?? {});
    return other === kind && !instancePath.endsWith('/kind');
  });
  return ofKind.at(-1) ?? last;
}

function explainError(error: ValidationError | undefined, all: readonly ValidationError[], whole: string): string {
  if (error === undefined) return `${whole} is invalid`;
  const { keyword, params, parentSchema = {}, data } = error;
  const path = toFieldPath({ ...error, keyword: '' });
  const subject = path === '' ? whole : path;
  switch (keyword) {
    case 'kind': {
      const { kind } = Object(data) as { kind?: string | number };
      const problem = kind === undefined ? 'it needs a status or a kind' : `unknown kind "${String(kind)}"`;
      return `${subject}: ${problem}. Use one of ${faultKinds.join(', ')}`;
    }
    case 'const':
      return `${subject} is ${toShownValue(data, path)}; it must be ${String(params['allowedValue'])}`;
    case 'pattern':
      return `${subject} is ${toShownValue(data, path)}, which is not of the form ${String(params['pattern'])}`;
    case 'additionalProperties': {
      const name = path === '' ? params['additionalProperty'] : `${path}.${String(params['additionalProperty'])}`;
      return `unknown option "${String(name)}". Use one of ${Object.keys(parentSchema['properties'] ?? {}).join(', ')}`;
    }
    case 'propertyNames':
      return `a name in ${path} is not of the form ${String(all[0]?.params['pattern'])}`;
    case 'required':
      return `${subject} is ${toShownValue(data, path)}: ${toValidationMessage(error, 'it')}`;
    case 'anyOf':
    case 'format':
      return `${subject} is ${toShownValue(data, path)}, which is not this: ${String(parentSchema['description']).replace(/\.$/, '')}`;
    default:
      return `${subject} is ${toShownValue(data, path)}; ${toValidationMessage({ ...error, instancePath: '' }, 'it')}`;
  }
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
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
