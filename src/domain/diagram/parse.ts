/** Shapes of a node, by Mermaid's brackets: `[ ]` box, `( )` rounded, `[( )]` store, `{ }` decision. */
export type Shape = 'box' | 'rounded' | 'store' | 'decision';

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly shape: Shape;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isDashed: boolean;
  readonly hasArrow: boolean;
}

export interface Flowchart {
  readonly kind: 'flowchart';
  readonly direction: 'LR' | 'TD';
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export interface Participant {
  readonly id: string;
  readonly label: string;
}

/** A row of a sequence diagram, from top to bottom. */
export type SequenceRow =
  | { readonly type: 'message'; readonly from: string; readonly to: string; readonly label: string; readonly isAnswer: boolean }
  | { readonly type: 'note'; readonly over: readonly string[]; readonly label: string };

export interface Sequence {
  readonly kind: 'sequence';
  readonly title: string;
  readonly description: string;
  readonly participants: readonly Participant[];
  readonly rows: readonly SequenceRow[];
}

export type Diagram = Flowchart | Sequence;

/** Why a diagram cannot be drawn; `line` counts from 1 inside the block. */
export interface DiagramProblem {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

const limits = { nodes: 12, nodeLabel: 28, participants: 5, messages: 16, message: 44 } as const;

/** Reads the part of Mermaid's language that the content guide describes. */
export function parseDiagram(code: string): Diagram | { readonly problems: readonly DiagramProblem[] } {
  const lines = code.split('\n').map((text, index) => ({ text: text.trim(), line: index + 1 })).filter(({ text }) => text !== '');
  const [head, ...rest] = lines;
  const problems: DiagramProblem[] = [];
  const title = take(rest, 'accTitle');
  const description = take(rest, 'accDescr');
  if (!title) problems.push({ line: 1, message: 'The diagram has no title.', fix: 'Add a line `accTitle: …`.' });
  if (!description) problems.push({ line: 1, message: 'The diagram has no description.', fix: 'Add a line `accDescr: …`.' });
  const body = rest.filter(({ text }) => !/^acc(?:Title|Descr):/u.test(text));
  const direction = /^(?:flowchart|graph) (LR|TD)$/u.exec(head?.text ?? '')?.[1];
  const parsed = direction
    ? { kind: 'flowchart' as const, direction: direction as 'LR' | 'TD', ...readFlow(body, problems) }
    : { kind: 'sequence' as const, ...readSequence(body, problems) };
  if (!direction && head?.text !== 'sequenceDiagram') {
    problems.unshift({ line: 1, message: `"${head?.text ?? ''}" is not a diagram.`, fix: 'Begin with `flowchart LR`, `flowchart TD` or `sequenceDiagram`.' });
  }
  return problems.length > 0 ? { problems } : { title, description, ...parsed };
}

interface Line {
  readonly text: string;
  readonly line: number;
}

function take(lines: readonly Line[], key: string): string {
  return lines.find(({ text }) => text.startsWith(`${key}:`))?.text.slice(key.length + 1).trim() ?? '';
}

const nodeForm = /^([A-Za-z]\w*)(?:\[\((.+?)\)\]|\[(.+?)\]|\((.+?)\)|\{(.+?)\})?/u;
const edgeForm = /^\s*(-->|-\.->|---|-\.-)\s*(?:\|([^|]*)\|)?\s*/u;

function readFlow(lines: readonly Line[], problems: DiagramProblem[]): Pick<Flowchart, 'nodes' | 'edges'> {
  const nodes = new Map<string, FlowNode>();
  const edges: FlowEdge[] = [];
  for (const { text, line } of lines) {
    const fail = (message: string, fix: string) => problems.push({ line, message, fix });
    let rest = text;
    let from: string | undefined;
    let edge: Omit<FlowEdge, 'from' | 'to'> | undefined;
    while (rest !== '') {
      const match = nodeForm.exec(rest);
      if (!match) {
        fail(`"${rest}" cannot be read.`, 'Write `a[Text] -->|label| b[Text]`, one chain a line.');
        break;
      }
      const node = toNode(match);
      if (!nodes.has(node.id) || node.label !== node.id) nodes.set(node.id, node);
      if (node.label.length > limits.nodeLabel) fail(`The label "${node.label}" is longer than ${limits.nodeLabel} characters.`, 'Shorten it.');
      if (from !== undefined && edge) edges.push({ from, to: node.id, ...edge });
      from = node.id;
      rest = rest.slice(match[0].length);
      const arrow = edgeForm.exec(rest);
      if (!arrow && rest.trim() !== '') fail(`"${rest}" cannot be read.`, 'Join nodes with -->, -.-> or ---.');
      if (!arrow) break;
      edge = { label: unquote(arrow[2] ?? ''), isDashed: arrow[1]?.includes('.') ?? false, hasArrow: arrow[1]?.endsWith('>') ?? true };
      rest = rest.slice(arrow[0].length);
    }
  }
  if (nodes.size > limits.nodes) problems.push({ line: 1, message: `${nodes.size} nodes.`, fix: `Draw at most ${limits.nodes}.` });
  return { nodes: [...nodes.values()], edges };
}

function toNode([, id = '', store, box, rounded, decision]: RegExpExecArray): FlowNode {
  const label = unquote(store ?? box ?? rounded ?? decision ?? id);
  return { id, label, shape: store ? 'store' : rounded ? 'rounded' : decision ? 'decision' : 'box' };
}

const unquote = (text: string) => text.trim().replace(/^"(.*)"$/u, '$1');

function readSequence(lines: readonly Line[], problems: DiagramProblem[]): Pick<Sequence, 'participants' | 'rows'> {
  const participants: Participant[] = [];
  const rows: SequenceRow[] = [];
  for (const { text, line } of lines) {
    const fail = (message: string, fix: string) => problems.push({ line, message, fix });
    const person = /^(?:participant|actor) (\w+)(?: as (.+))?$/u.exec(text);
    const message = /^(\w+)\s*(-?->>)\s*(\w+)\s*:\s*(.+)$/u.exec(text);
    const note = /^Note over (\w+)(?:\s*,\s*(\w+))?\s*:\s*(.+)$/u.exec(text);
    if (person) participants.push({ id: person[1] ?? '', label: person[2] ?? person[1] ?? '' });
    else if (message) rows.push({ type: 'message', from: message[1] ?? '', to: message[3] ?? '', label: message[4] ?? '', isAnswer: message[2] === '-->>' });
    else if (note) rows.push({ type: 'note', over: [note[1], note[2]].filter((id) => id !== undefined), label: note[3] ?? '' });
    else fail(`"${text}" cannot be read.`, 'Write `participant a as Name`, `a->>b: text`, `a-->>b: text` or `Note over a: text`.');
    const row = rows.at(-1);
    if ((message || note) && row && row.label.length > limits.message) fail(`"${row.label}" is longer than ${limits.message} characters.`, 'Shorten it.');
  }
  const known = new Set(participants.map(({ id }) => id));
  const named = rows.flatMap((row) => (row.type === 'message' ? [row.from, row.to] : row.over));
  for (const id of new Set(named)) {
    if (!known.has(id)) problems.push({ line: 1, message: `"${id}" is not a participant.`, fix: `Add \`participant ${id} as …\` first.` });
  }
  if (participants.length > limits.participants) problems.push({ line: 1, message: `${participants.length} participants.`, fix: `At most ${limits.participants} fit on a phone.` });
  if (rows.length > limits.messages) problems.push({ line: 1, message: `${rows.length} rows.`, fix: `At most ${limits.messages}.` });
  return { participants, rows };
}
