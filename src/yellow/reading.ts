import type { YellowOptions } from '../config/options.ts';
import type { RecordReading } from '../engine/record-reading.ts';
import type { ValidationError } from '../generated/validators.ts';
import { hasPlus, withoutPlus } from './spelling.ts';

type Values = Readonly<Record<string, unknown>>;

/** How the API reads the records of users, and the `userProperties` of events (YE-23, YE-24, YE-26). */
export function createReading(options: YellowOptions): RecordReading {
  function readUser(record: Values): Values {
    const given = options.emptyValues === 'absent' ? withoutEmptyValues(record) : record;
    return options.phonePlus === 'accepted' ? withoutPlus(given) : given;
  }

  function readEvent(event: Values): Values {
    const { userProperties, ...others } = event;
    if (userProperties === undefined) return event;
    if (options.userProperties === 'ignored') return others;
    return { ...event, userProperties: isObject(userProperties) ? readUser(userProperties) : userProperties };
  }

  function findError(user: Values, path: string): ValidationError | undefined {
    if (options.phonePlus === 'accepted' || !hasPlus(user)) return undefined;
    return { keyword: 'pattern', instancePath: `${path}/phone`, params: {} };
  }

  return {
    read: (record, { records }) => (records?.upsert === true ? readUser(record) : readEvent(record)),
    findError(record, { records }): ValidationError | undefined {
      if (records?.upsert === true) return findError(record, '');
      const { userProperties } = record;
      return isObject(userProperties) ? findError(userProperties, '/userProperties') : undefined;
    },
    toStored: readUser,
  };
}

function withoutEmptyValues(record: Values): Values {
  const isEmpty = (value: unknown): boolean => value === '' || value === null;
  if (!Object.values(record).some(isEmpty)) return record;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
