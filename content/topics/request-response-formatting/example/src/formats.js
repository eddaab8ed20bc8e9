// #region instant
const instant =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** Reads an RFC 3339 time; undefined if it isn't one, or has no offset. */
export function readInstant(text) {
  if (typeof text !== 'string') return undefined;
  const [, year, month, day] = instant.exec(text) ?? [];
  const date = new Date(text);
  if (!day || Number.isNaN(date.getTime())) return undefined;
  // JavaScript reads February 30 as March 2.
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isDay = midnight.getUTCDate() === Number(day);
  return isDay && writeInstant(date).length === 20 ? date : undefined;
}

/** Writes a time in UTC, without fractions of a second. */
export function writeInstant(date) {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
// #endregion instant

// #region merge
const isObject = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Applies a JSON Merge Patch as RFC 7396 describes it; changes no argument. */
export function mergePatch(target, patch) {
  if (!isObject(patch)) return patch;
  // A map, because a key such as __proto__ is special in an object.
  const result = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, mergePatch(result.get(key), value));
  }
  return Object.fromEntries(result);
}
// #endregion merge

// #region csv
/** One CSV record as RFC 4180 describes it, with less risk in spreadsheets. */
export function csvLine(values) {
  const fields = values.map((value) => {
    let text = String(value ?? '');
    // A spreadsheet runs a text that begins like a formula.
    if (typeof value === 'string' && /^[=+\-@\t\r\n]/.test(text))
      text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${fields.join(',')}\r\n`;
}
// #endregion csv
