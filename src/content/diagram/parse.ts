import { readFlow } from './read-flow.ts';
import type { Diagram, DiagramIssue, Line, Participant, Sequence, SequenceRow } from './types.ts';

export type * from './types.ts';

/** Reads the part of Mermaid's language that the content guide describes. */
export function parseDiagram(code: string): Diagram | { readonly issues: readonly DiagramIssue[] } {
  const lines = code
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '');
  const [head = { text: '', line: 1 }, ...rest] = lines;
  const direction = /^(?:flowchart|graph) (LR|TD)$/u.exec(head.text)?.[1];
  if (!direction && head.text !== 'sequenceDiagram') {
    const fix = 'Begin with `flowchart LR`, `flowchart TD` or `sequenceDiagram`.';
    return { issues: [{ line: 1, message: `"${head.text}" is not a diagram.`, fix }] };
  }
  const issues: DiagramIssue[] = [];
  const title = take(rest, 'accTitle');
  const description = take(rest, 'accDescr');
  if (!title) issues.push({ line: 1, message: 'The diagram has no title.', fix: 'Add a line `accTitle: …`.' });
  if (!description) {
    issues.push({ line: 1, message: 'The diagram has no description.', fix: 'Add a line `accDescr: …`.' });
  }
  const body = rest.filter(({ text }) => !/^acc(?:Title|Descr):/u.test(text));
  const parsed = direction
    ? { kind: 'flowchart' as const, direction: direction as 'LR' | 'TD', ...readFlow(body, issues) }
    : { kind: 'sequence' as const, ...readSequence(body, issues) };
  return issues.length > 0 ? { issues } : { title, description, ...parsed };
}

/** The text behind `key:`, or an empty one. */
function take(lines: readonly Line[], key: string): string {
  const found = lines.find(({ text }) => text.startsWith(`${key}:`))?.text ?? '';
  return found.slice(key.length + 1).trim();
}

const maxParticipants = 5;
const maxRows = 16;
const longestLabel = 44;

/** Reads the lines of a sequence diagram below its head; what cannot be read is added to the issues. */
function readSequence(lines: readonly Line[], issues: DiagramIssue[]): Pick<Sequence, 'participants' | 'rows'> {
  const participants: Participant[] = [];
  const rows: SequenceRow[] = [];
  for (const { text, line } of lines) {
    const [, id, label = id] = /^(?:participant|actor) (\w+)(?: as (.+))?$/u.exec(text) ?? [];
    const row = readMessage(text) ?? readNote(text);
    if (id !== undefined && label !== undefined) participants.push({ id, label });
    else if (row) rows.push(row);
    else issues.push({ line, message: `"${text}" cannot be read.`, fix: forms });
    if (row && row.label.length > longestLabel) {
      issues.push({ line, message: `"${row.label}" is longer than ${longestLabel} characters.`, fix: 'Shorten it.' });
    }
  }
  const isBlank = lines.length === participants.length;
  issues.push(...findMisfits({ participants, rows, isBlank }).map((issue) => ({ line: 1, ...issue })));
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
  const misfits: Omit<DiagramIssue, 'line'>[] = [...named]
    .filter((id) => !known.has(id))
    .map((id) => ({ message: `"${id}" is not a participant.`, fix: `Add \`participant ${id} as …\` first.` }));
  if (isBlank) misfits.push({ message: 'The diagram has no messages.', fix: 'Write `a->>b: text`.' });
  if (known.size < participants.length) {
    misfits.push({ message: 'A participant stands there twice.', fix: 'Keep one of the two lines.' });
  }
  if (participants.length > maxParticipants) {
    const message = `The diagram has ${participants.length} participants.`;
    misfits.push({ message, fix: `At most ${maxParticipants} fit on a phone.` });
  }
  if (rows.length > maxRows) {
    misfits.push({ message: `The diagram has ${rows.length} messages and notes.`, fix: `Draw at most ${maxRows}.` });
  }
  return misfits;
}
