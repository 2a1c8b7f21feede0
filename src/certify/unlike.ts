import { toTexts, type GeneratedRecord } from '../fixtures/records.ts';
import { toFinding, type Finding } from '../rules/rule.ts';

/**
 * Users that are stored with other values than a CSV file had. It tells no types, so those count as equal that a CSV file
 * says alike, such as 7 and "7".
 */
export function findUnlike(
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
