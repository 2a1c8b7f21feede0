import type { ValidationError } from '../generated/validators.ts';

/** The path of the wrong property, such as `events[3].name`. Empty if the whole value is wrong. */
export function toFieldPath({ keyword, instancePath, params }: ValidationError): string {
  const missing = keyword === 'required' ? `/${String(params['missingProperty'])}` : '';
  return `${instancePath}${missing}`
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

/** An error as a text, such as `name must be at least 1 character`. `whole` is the name of the whole value. */
export function toValidationMessage(error: ValidationError, whole: string): string {
  const { keyword, params } = error;
  const field = toFieldPath(error);
  const subject = field === '' ? whole : field.split('.').at(-1);
  switch (keyword) {
    case 'required':
      return `${subject} is required`;
    case 'type':
      return `${subject} must be ${withArticle(String(params['type']))}`;
    case 'minLength':
      return `${subject} must be at least ${countOf(params['limit'], 'character')}`;
    case 'maxLength':
      return `${subject} must be at most ${countOf(params['limit'], 'character')}`;
    case 'minItems':
      return `${subject} must have at least ${countOf(params['limit'], 'item')}`;
    case 'maxItems':
      return `${subject} must have at most ${countOf(params['limit'], 'item')}`;
    case 'minimum':
      return `${subject} must be ${String(params['limit'])} or more`;
    case 'maximum':
      return `${subject} must be ${String(params['limit'])} or less`;
    case 'exclusiveMinimum':
      return `${subject} must be more than ${String(params['limit'])}`;
    case 'enum':
      return `${subject} must be one of ${(params['allowedValues'] as readonly unknown[]).join(', ')}`;
    case 'reserved':
      return `${subject} is reserved`;
    default:
      return `Invalid ${subject}`;
  }
}

function withArticle(type: string): string {
  const article = /^[aeiou]/.test(type) ? 'an' : 'a';
  return `${article} ${type}`;
}

function countOf(limit: unknown, noun: string): string {
  return `${String(limit)} ${noun}${limit === 1 ? '' : 's'}`;
}
