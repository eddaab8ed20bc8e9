import type { Code, Nodes, PhrasingContent, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { mdxToMdast } from 'satteri';
import type { Body, ComponentUse, Fence, Sample } from './corpus.ts';
import { choicesIn, type Prediction } from './prediction.ts';

/**
 * Reads the body of an MDX file with the parser that the build uses.
 * @throws the parser's error, whose message starts with `line:column:`.
 */
export function parseBody(mdx: string): Body {
  const body: Draft = {
    headings: [],
    samples: [],
    outputs: [],
    predictions: [],
    links: [],
    images: [],
    components: [],
    passages: [],
    foreign: [],
  };
  let section = '';
  let subsection = '';

  const visit = (node: Nodes, neighbors: Neighbors, isInComponent: boolean): void => {
    if (node.type === 'heading') {
      if (node.depth === 2) section = textOf(node);
      subsection = node.depth === 3 ? textOf(node) : '';
    }
    collect(node, body, { ...neighbors, section, subsection, isInComponent });
    if (!('children' in node)) return;
    node.children.forEach((child, index) => {
      const [beforePrevious, previous, next] = [index - 2, index - 1, index + 1].map((at) => node.children[at]);
      visit(child, { beforePrevious, previous, next }, isInComponent || node.type === 'mdxJsxFlowElement');
    });
  };
  visit(mdxToMdast(mdx) as unknown as Root, {}, false);
  return body;
}

/** A body while it is being read. */
type Draft = { -readonly [K in keyof Body]: Body[K][number][] };

type Neighbors = Readonly<Partial<Record<'beforePrevious' | 'previous' | 'next', Nodes | undefined>>>;

interface Place extends Neighbors {
  readonly section: string;
  readonly subsection: string;
  readonly isInComponent: boolean;
}

/** Puts what a node says into the lists of the body. */
function collect(node: Nodes, body: Draft, place: Place): void {
  const { next, section, subsection, isInComponent } = place;
  const line = node.position?.start.line ?? 0;
  switch (node.type) {
    case 'heading':
      body.headings.push({ depth: node.depth, text: textOf(node), line });
      break;
    case 'code':
      if (node.lang === 'output') {
        body.outputs.push(toFence(node));
        body.predictions.push(...toPredictions(node, place));
      } else body.samples.push(toSample(node, next));
      break;
    case 'paragraph':
    case 'tableCell':
      body.passages.push({ text: textOf(node), section, subsection, isInComponent, line });
      break;
    case 'link':
      body.links.push({ url: node.url, text: textOf(node), line });
      break;
    case 'definition':
      body.links.push({ url: node.url, text: node.label ?? node.identifier, line });
      break;
    case 'image':
    case 'imageReference':
      body.images.push({ url: 'url' in node ? node.url : node.identifier, text: node.alt ?? '', line });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      body.components.push(toComponent(node));
      body.foreign.push(...expressionsIn(node).map((text) => ({ text, line })));
      break;
    case 'table':
      // It would become an inline style, which the content security policy forbids.
      if (node.align?.some(Boolean)) body.foreign.push({ text: '---:', line: line + 1 });
      break;
    case 'html':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      body.foreign.push({ text: node.value, line });
      break;
  }
}

function toFence({ meta, value, position }: Code): Fence {
  return { meta: meta ?? '', code: value, line: position?.start.line ?? 0 };
}

function toSample(node: Code, next: Nodes | undefined): Sample {
  const output = next?.type === 'code' && next.lang === 'output' ? next.value : undefined;
  return { ...toFence(node), language: node.lang ?? '', output };
}

function toPredictions({ meta, value, position }: Code, { beforePrevious, previous, ...place }: Place): Prediction[] {
  const choices = choicesIn(meta ?? '');
  const isOfSample = isProgram(previous) && !/\bvaries\b/u.test(previous.meta ?? '');
  const program = isProgram(previous) && previous.lang === 'sh' ? beforePrevious : undefined;
  const code = [program, previous].filter(isProgram).map((block) => block.value);
  const section = place.subsection || place.section;
  const line = position?.start.line ?? 0;
  return choices ? [{ choices, output: value, code: code.join('\n\n'), section, isOfSample, line }] : [];
}

const isProgram = (node: Nodes | undefined): node is Code =>
  node?.type === 'code' && !['output', 'mermaid'].includes(node.lang ?? '');

type Component = MdxJsxFlowElement | MdxJsxTextElement;

function toComponent(node: Component): ComponentUse {
  const plain = node.attributes.flatMap((attribute): [string, string][] =>
    attribute.type === 'mdxJsxAttribute' && expressionIn(attribute) === undefined
      ? [[attribute.name, String(attribute.value ?? '')]]
      : [],
  );
  const line = node.position?.start.line ?? 0;
  return { name: node.name ?? '', attributes: Object.fromEntries(plain), text: textOf(node), line };
}

const expressionsIn = (node: Component) => node.attributes.flatMap((attribute) => expressionIn(attribute) ?? []);

/** The JavaScript in `ask={…}` or `{...more}`, or undefined for a plain attribute. */
function expressionIn({ type, value }: MdxJsxAttribute | MdxJsxExpressionAttribute): string | undefined {
  if (type === 'mdxJsxExpressionAttribute') return value;
  return typeof value === 'object' ? value?.value : undefined;
}

/** The words of a node as a reader sees them; code blocks count for nothing. */
function textOf(node: Nodes | PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textOf).join(blocks.has(node.type) ? ' ' : '') : '';
}

/** Nodes whose children are blocks of their own. */
const blocks: ReadonlySet<string> = new Set(['root', 'mdxJsxFlowElement', 'list', 'listItem', 'blockquote']);
