import type { DiagramProblem, Line, Participant, Sequence, SequenceRow } from './types.ts';

const mostParticipants = 5;
const mostRows = 16;
const longestLabel = 44;

/** Reads the lines of a sequence diagram below its head; what cannot be read is added to the problems. */
export function readSequence(
  lines: readonly Line[],
  problems: DiagramProblem[],
): Pick<Sequence, 'participants' | 'rows'> {
  const participants: Participant[] = [];
  const rows: SequenceRow[] = [];
  for (const { text, line } of lines) {
    const [, id, label = id] = /^(?:participant|actor) (\w+)(?: as (.+))?$/u.exec(text) ?? [];
    const row = readMessage(text) ?? readNote(text);
    if (id !== undefined && label !== undefined) participants.push({ id, label });
    else if (row) rows.push(row);
    else problems.push({ line, message: `"${text}" cannot be read.`, fix: forms });
    if (row && row.label.length > longestLabel) {
      problems.push({ line, message: `"${row.label}" is longer than ${longestLabel} characters.`, fix: 'Shorten it.' });
    }
  }
  const isBlank = lines.length === participants.length;
  problems.push(...findMisfits({ participants, rows, isBlank }).map((problem) => ({ line: 1, ...problem })));
  return { participants, rows };
}

const forms = 'Write `participant a as Name`, `a->>b: text`, `a-->>b: text` or `Note over a: text`.';

function readMessage(text: string): SequenceRow | undefined {
  const [, from, arrow, to, label] = /^(\w+)\s*(-?->>)\s*(\w+)\s*:\s*(.+)$/u.exec(text) ?? [];
  if (from === undefined || to === undefined || label === undefined) return undefined;
  return { type: 'message', from, to, label, isAnswer: arrow === '-->>' };
}

function readNote(text: string): SequenceRow | undefined {
  const [, first, second, label] = /^Note over (\w+)(?:\s*,\s*(\w+))?\s*:\s*(.+)$/u.exec(text) ?? [];
  if (first === undefined || label === undefined) return undefined;
  return { type: 'note', over: second === undefined ? [first] : [first, second], label };
}

function findMisfits({
  participants,
  rows,
  isBlank,
}: Pick<Sequence, 'participants' | 'rows'> & { readonly isBlank: boolean }) {
  const known = new Set(participants.map(({ id }) => id));
  const named = new Set(rows.flatMap((row) => (row.type === 'message' ? [row.from, row.to] : row.over)));
  const misfits: Omit<DiagramProblem, 'line'>[] = [...named]
    .filter((id) => !known.has(id))
    .map((id) => ({ message: `"${id}" is not a participant.`, fix: `Add \`participant ${id} as …\` first.` }));
  if (isBlank) misfits.push({ message: 'The diagram has no messages.', fix: 'Write `a->>b: text`.' });
  if (known.size < participants.length) {
    misfits.push({ message: 'A participant stands there twice.', fix: 'Keep one of the two lines.' });
  }
  if (participants.length > mostParticipants) {
    const message = `The diagram has ${participants.length} participants.`;
    misfits.push({ message, fix: `At most ${mostParticipants} fit on a phone.` });
  }
  if (rows.length > mostRows) {
    misfits.push({ message: `The diagram has ${rows.length} messages and notes.`, fix: `Draw at most ${mostRows}.` });
  }
  return misfits;
}
