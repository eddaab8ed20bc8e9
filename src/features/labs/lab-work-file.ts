import { fileFormat, isId, isMoment, readEntries, writeEntries } from '#lib/stored-file.ts';
import { type HelpRung, helpRungs, type LabWork, maxCode, type WorkOnLab } from './lab-work.ts';

/** How work on labs stands in storage and inside a backup. */
export const labWorkFormat = fileFormat<LabWork>({
  kind: 'wayline-labs',
  write: (work) => ({ labs: writeEntries(work, fromWork) }),
  read: ({ labs }) => readEntries(labs, toWork),
});

const fromWork = ({ code, at, passedAt, other, help }: WorkOnLab) => [
  code,
  at,
  passedAt,
  ...(other || help ? [other ?? ''] : []),
  ...(help ? [help] : []),
];

function toWork(id: string, raw: unknown): [string, WorkOnLab][] {
  if (!isId(id) || !Array.isArray(raw)) return [];
  const [code, at, passedAt, other = '', help] = raw as unknown[];
  if (!isCode(code) || !isCode(other) || !isMoment(at) || !isMoment(passedAt)) return [];
  if (help !== undefined && !isRung(help)) return [];
  return [[id, { code, at, passedAt, ...(other === '' ? {} : { other }), ...(help && { help }) }]];
}

const isCode = (value: unknown): value is string => typeof value === 'string' && value.length <= maxCode;

const isRung = (value: unknown): value is HelpRung => helpRungs.includes(value as HelpRung);
