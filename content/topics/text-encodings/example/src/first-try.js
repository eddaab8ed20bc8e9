// #region first-try
export async function readNames(chunks) {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return namesOf(text);
}

export const matches = (a, b) => a.toLowerCase() === b.toLowerCase();

export function namesOf(text) {
  const [header, ...rows] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(';'));
  const column = header.indexOf('name');
  if (column === -1) throw new Error('no column "name"');
  return rows.map((row) => row[column]);
}
// #endregion first-try
