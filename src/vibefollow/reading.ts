import type { VibeFollowOptions } from '../config/options.ts';
import type { RecordReading } from '../engine/record-reading.ts';
import type { ValidationError } from '../generated/validators.ts';
import type { Schema } from '../openapi/document.ts';
import { documents } from '../openapi/router.ts';

type Values = Readonly<Record<string, unknown>>;

const userNames = toOptionalNames('UserRecord');
const eventNames = toOptionalNames('EventRecord');

/** How the API reads users and events, by its options for VF-14 to VF-16. */
export function createReading({
  eventTimestamp,
  reservedEventNames,
  optionalNull,
}: Pick<VibeFollowOptions, 'eventTimestamp' | 'reservedEventNames' | 'optionalNull'>): RecordReading {
  const reserved = new Set<unknown>(reservedEventNames);
  const withoutNulls = (record: Values, names: readonly string[]): Values =>
    optionalNull === 'invalid'
      ? record
      : without(
          record,
          names.filter((name) => record[name] === null),
        );

  return {
    read(record, { records }): Values {
      if (records?.upsert === true) return withoutNulls(record, userNames);
      const isIgnoring = eventTimestamp === 'ignored' && records?.judged !== 'separately';
      return withoutNulls(isIgnoring ? without(record, ['timestamp']) : record, eventNames);
    },
    findError({ name }, { records }): ValidationError | undefined {
      if (records?.upsert === true || !reserved.has(name)) return undefined;
      return { keyword: 'reserved', instancePath: '/name', params: {} };
    },
    toStored: (record) => withoutNulls(record, userNames),
  };
}

/** The record itself if it has none of these properties. */
function without(record: Values, names: readonly string[]): Values {
  if (!names.some((name) => Object.hasOwn(record, name))) return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function toOptionalNames(name: string): readonly string[] {
  const { properties = {}, required = [] } = documents.vibefollow.components.schemas[name] as Schema;
  return Object.keys(properties).filter((property) => !required.includes(property));
}
