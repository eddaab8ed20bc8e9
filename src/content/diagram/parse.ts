/** Shapes of a node, by Mermaid's brackets: `[ ]` box, `( )` rounded, `[( )]` store, `{ }` decision. */
type Shape = 'box' | 'rounded' | 'store' | 'decision';

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly shape: Shape;
}

interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isDashed: boolean;
  readonly hasArrow: boolean;
}

interface Titled {
  readonly title: string;
  readonly description: string;
}

export interface Flowchart extends Titled {
  readonly kind: 'flowchart';
  readonly direction: 'LR' | 'TD';
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** A row of a sequence diagram, from top to bottom. */
export type SequenceRow =
  | {
      readonly type: 'message';
      readonly from: string;
      readonly to: string;
      readonly label: string;
      readonly isAnswer: boolean;
    }
  | { readonly type: 'note'; readonly over: readonly string[]; readonly label: string };

export interface Sequence extends Titled {
  readonly kind: 'sequence';
  readonly participants: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly SequenceRow[];
}

/** Why a diagram cannot be drawn; `line` counts from 1 inside the block. */
interface DiagramIssue {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** A line of the block without the blanks around it. */
interface Line {
  readonly text: string;
  readonly line: number;
}

/** Reads the part of Mermaid's language that the content guide describes. */
export function parseDiagram(code: string): Flowchart | Sequence | { readonly issues: readonly DiagramIssue[] } {
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

const maxNodes = 12;
const longestLabel = 28;

const nodeForm = /^([A-Za-z]\w*)(?:\[\((.+?)\)\]|\[(.+?)\]|\((.+?)\)|\{(.+?)\})?/u;
const edgeForm = /^\s*(-->|-\.->|---|-\.-)\s*(?:\|([^|]*)\|)?\s*/u;

/** Reads the lines of a flowchart below its head; what cannot be read is added to the issues. */
function readFlow(lines: readonly Line[], issues: DiagramIssue[]): Pick<Flowchart, 'nodes' | 'edges'> {
  const nodes = new Map<string, FlowNode>();
  const edges: FlowEdge[] = [];
  for (const { text, line } of lines) {
    const chain = readChain(text, (message, fix) => issues.push({ line, message, fix }));
    chain.forEach(({ node, edge }, index) => {
      if (!nodes.has(node.id) || node.label !== node.id) nodes.set(node.id, node);
      const to = chain[index + 1]?.node.id;
      if (edge && to !== undefined) edges.push({ from: node.id, to, ...edge });
    });
  }
  if (lines.length === 0) {
    issues.push({ line: 1, message: 'The diagram has no nodes.', fix: 'Write `a[Text] --> b[Text]`.' });
  }
  if (nodes.size > maxNodes) {
    issues.push({ line: 1, message: `The diagram has ${nodes.size} nodes.`, fix: `Draw at most ${maxNodes}.` });
  }
  return { nodes: [...nodes.values()], edges };
}

/** A node of a chain `a --> b --> c`, and the edge that leaves it. */
interface Link {
  readonly node: FlowNode;
  readonly edge: Omit<FlowEdge, 'from' | 'to'> | undefined;
}

function readChain(text: string, fail: (message: string, fix: string) => void): Link[] {
  const chain: Link[] = [];
  let rest = text;
  while (rest !== '') {
    const match = nodeForm.exec(rest);
    if (!match) {
      fail(`"${rest}" cannot be read.`, 'Write `a[Text] -->|label| b[Text]`, one chain a line.');
      break;
    }
    const node = toNode(match);
    if (node.label.length > longestLabel) {
      fail(`The label "${node.label}" is longer than ${longestLabel} characters.`, 'Shorten it.');
    }
    rest = rest.slice(match[0].length);
    const arrow = edgeForm.exec(rest);
    chain.push({ node, edge: arrow ? toEdge(arrow) : undefined });
    if (!arrow && rest.trim() !== '') fail(`"${rest}" cannot be read.`, 'Join nodes with -->, -.-> or ---.');
    if (!arrow) break;
    rest = rest.slice(arrow[0].length);
    if (rest === '') fail(`"${text}" ends with an edge.`, 'Name the node that the edge leads to.');
  }
  return chain;
}

function toNode([, id = '', store, box, rounded, decision]: RegExpExecArray): FlowNode {
  const label = unquote(store ?? box ?? rounded ?? decision ?? id);
  return { id, label, shape: store ? 'store' : rounded ? 'rounded' : decision ? 'decision' : 'box' };
}

function toEdge([, arrow = '', label = '']: RegExpExecArray): Omit<FlowEdge, 'from' | 'to'> {
  return { label: unquote(label), isDashed: arrow.includes('.'), hasArrow: arrow.endsWith('>') };
}

const unquote = (text: string) => text.trim().replace(/^"(.*)"$/u, '$1');

const maxParticipants = 5;
const maxRows = 16;
const longestMessage = 44;

/** Reads the lines of a sequence diagram below its head; what cannot be read is added to the issues. */
function readSequence(lines: readonly Line[], issues: DiagramIssue[]): Pick<Sequence, 'participants' | 'rows'> {
  const participants: Sequence['participants'][number][] = [];
  const rows: SequenceRow[] = [];
  for (const { text, line } of lines) {
    const [, id, label = id] = /^(?:participant|actor) (\w+)(?: as (.+))?$/u.exec(text) ?? [];
    const row = readMessage(text) ?? readNote(text);
    if (id !== undefined && label !== undefined) participants.push({ id, label });
    else if (row) rows.push(row);
    else issues.push({ line, message: `"${text}" cannot be read.`, fix: forms });
    if (row && row.label.length > longestMessage) {
      issues.push({ line, message: `"${row.label}" is longer than ${longestMessage} characters.`, fix: 'Shorten it.' });
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
