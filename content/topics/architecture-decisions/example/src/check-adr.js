const STATUS = /^(proposed|accepted|rejected|deprecated|superseded by (\d+))$/;
const SECTIONS = ['Context', 'Decision', 'Consequences'];

export function parse({ name, text }) {
  const field = (label) =>
    text.match(new RegExp(`^${label}: *(.+)$`, 'm'))?.[1].trim();
  const status = field('Status') ?? 'missing';
  const sections = text.split(/^## /m).slice(1);
  return {
    name,
    number: Number.parseInt(name, 10),
    status,
    supersededBy: Number(status.match(STATUS)?.[2] ?? 0),
    supersedes: (field('Supersedes')?.match(/\d+/g) ?? []).map(Number),
    decided: field('Decided'),
    reopenWhen: field('Reopen when'),
    hasText: (title) =>
      sections.some((section) => {
        const [heading, ...lines] = section.split('\n');
        const hasText = lines.some((line) => /^(?!#).*\S/.test(line));
        return heading.trim() === title && hasText;
      }),
  };
}

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
      if (!record.hasText(title)) fault(`no text under "${title}"`);
    }
    if (record.status === 'accepted') {
      if (!record.decided) fault('no "Decided"');
      if (!record.reopenWhen) fault('no "Reopen when"');
    }
  }

  const open = ['proposed', 'rejected'];
  for (const record of records.values()) {
    const fault = (what) => faults.push(`${record.name}: ${what}`);
    const by = record.supersededBy;
    const next = records.get(by);
    if (by && !next?.supersedes.includes(record.number)) {
      fault(`${by} doesn't say that it supersedes it`);
    }
    if (by && by <= record.number) fault(`${by} isn't later`);
    if (open.includes(next?.status)) fault(`${by} is only ${next.status}`);
    if (open.includes(record.status)) continue;
    for (const old of record.supersedes) {
      if (records.get(old)?.supersededBy !== record.number) {
        fault(`${old} isn't marked as superseded by it`);
      }
    }
  }
  return faults;
}
// #endregion check
