const STATUS = /^(proposed|accepted|rejected|deprecated|superseded by (\d+))$/;
const SECTIONS = ['Context', 'Decision', 'Consequences'];

// #region parse
export function parse({ name, text }) {
  const field = (label) =>
    text.match(new RegExp(`^${label}: *(.+)$`, 'm'))?.[1].trim();
  const status = field('Status') ?? 'missing';
  return {
    name,
    number: Number.parseInt(name, 10),
    status,
    supersededBy: Number(status.match(STATUS)?.[2] ?? 0),
    supersedes: (field('Supersedes')?.match(/\d+/g) ?? []).map(Number),
    reopenWhen: field('Reopen when'),
    hasSection: (title) =>
      new RegExp(`^## ${title}\\s+[^#\\s]`, 'm').test(text),
  };
}
// #endregion parse

// #region check
export function check(files) {
  const faults = [];
  const records = new Map();
  for (const record of files.map(parse)) {
    const fault = (what) => faults.push(`${record.name}: ${what}`);
    if (records.has(record.number)) fault('another record has this number');
    records.set(record.number, record);

    if (!STATUS.test(record.status)) fault(`status is ${record.status}`);
    for (const title of SECTIONS) {
      if (!record.hasSection(title)) fault(`no text under "${title}"`);
    }
    if (record.status === 'accepted' && !record.reopenWhen) {
      fault('no "Reopen when"');
    }
  }

  for (const {
    name,
    number,
    status,
    supersededBy,
    supersedes,
  } of records.values()) {
    const next = records.get(supersededBy);
    if (supersededBy && !next?.supersedes.includes(number)) {
      faults.push(`${name}: ${supersededBy} doesn't say that it supersedes it`);
    }
    if (['proposed', 'rejected'].includes(next?.status)) {
      faults.push(`${name}: ${supersededBy} is only ${next.status}`);
    }
    if (['proposed', 'rejected'].includes(status)) continue;
    for (const old of supersedes) {
      if (records.get(old)?.supersededBy !== number) {
        faults.push(`${name}: ${old} isn't marked as superseded by it`);
      }
    }
  }
  return faults;
}
// #endregion check
