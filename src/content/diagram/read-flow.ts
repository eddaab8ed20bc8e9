import type { DiagramIssue, Flowchart, FlowEdge, FlowNode, Line } from './types.ts';

const maxNodes = 12;
const longestLabel = 28;

const nodeForm = /^([A-Za-z]\w*)(?:\[\((.+?)\)\]|\[(.+?)\]|\((.+?)\)|\{(.+?)\})?/u;
const edgeForm = /^\s*(-->|-\.->|---|-\.-)\s*(?:\|([^|]*)\|)?\s*/u;

/** Reads the lines of a flowchart below its head; what cannot be read is added to the issues. */
export function readFlow(lines: readonly Line[], issues: DiagramIssue[]): Pick<Flowchart, 'nodes' | 'edges'> {
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
