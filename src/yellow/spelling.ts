import type { components } from '../generated/yellow.ts';

type UserRecord = components['schemas']['UserRecord'];

/** The properties stored for a record: `emailOptin` in the spelling of the bulk page (YE-11), a phone without `+` (YE-23). */
export function toProperties(record: UserRecord): UserRecord {
  const plain = withoutPlus(record);
  if (plain.emailOptIn === undefined) return plain;
  const { emailOptIn, ...given } = plain;
  return { emailOptin: emailOptIn, ...given };
}

/** A record whose phone number has no `+`. Returns the record itself if it has none. */
export function withoutPlus<Given extends { readonly phone?: unknown }>(record: Given): Given {
  return hasPlus(record) ? { ...record, phone: String(record.phone).slice(1) } : record;
}

/** Whether a valid phone number has a leading `+`. */
export function hasPlus({ phone }: { readonly phone?: unknown }): boolean {
  return typeof phone === 'string' && /^\+[1-9]\d{6,14}$/.test(phone);
}

/** The name under which a property is stored. */
export function toStoredName(name: string): string {
  return name === 'emailOptIn' ? 'emailOptin' : name;
}
