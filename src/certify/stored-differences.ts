import type { Exchange } from '../journal/exchange.ts';
import { toTexts, type GeneratedRecord } from '../records/records.ts';
import { toFinding, type Finding } from '../rules/rule.ts';
import { listRejections } from '../journal/rejections.ts';

/** Finds valid records that are not stored, because the client changed them and the API rejected them. */
export function findWrongRejections(
  records: readonly GeneratedRecord[],
  exchanges: readonly Exchange[],
  stored: ReadonlyMap<string, unknown>,
): Finding[] {
  const valid = new Set(records.flatMap(({ id, isValid }) => (isValid && !stored.has(id) ? [id] : [])));
  if (valid.size === 0) return [];
  return exchanges.flatMap((exchange) =>
    listRejections(exchange).flatMap(({ id, message }) => {
      // One finding for each record is enough.
      if (!valid.delete(id)) return [];
      return [
        toFinding(`${id} is valid in the file, but was rejected as the client sent it: ${message}`, [exchange], [id]),
      ];
    }),
  );
}

/**
 * Finds users whose stored values differ from the CSV file. Values with the same CSV text are equal, such as 7 and "7",
 * because CSV has no types.
 */
export function findChangedValues(
  records: readonly GeneratedRecord[],
  stored: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Finding[] {
  return records.flatMap(({ record, id, isValid }) => {
    const user = stored.get(id);
    if (!isValid || user === undefined) return [];
    const texts = toTexts(user);
    const [wrong] = Object.entries(toTexts(record)).filter(([name, text]) => texts[name] !== text);
    if (wrong === undefined) return [];
    const [name, text] = wrong;
    const found = JSON.stringify(texts[name]) as string | undefined;
    const message = `${id} is stored, but ${name} is ${found ?? 'absent'} instead of ${JSON.stringify(text)}`;
    return [toFinding(message, [], [id])];
  });
}
