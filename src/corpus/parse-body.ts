import type { Nodes, PhrasingContent, Root } from 'mdast';
import 'mdast-util-mdx';
import { mdxToMdast } from 'satteri';
import type { Body, ComponentUse, Heading, Passage, Reference, Sample } from '#domain/corpus.ts';

/**
 * Reads the body of an MDX file with the parser that the build uses.
 * @throws the parser's error, whose message starts with `line:column:`.
 */
export function parseBody(mdx: string): Body {
  const tree = mdxToMdast(mdx) as unknown as Root;
  const body = {
    headings: [] as Heading[],
    samples: [] as Sample[],
    links: [] as Reference[],
    images: [] as Reference[],
    components: [] as ComponentUse[],
    passages: [] as Passage[],
    foreign: [] as { text: string; line: number }[],
  };
  let section = '';
  let subsection = '';

  const visit = (node: Nodes, next: Nodes | undefined, isInComponent: boolean): void => {
    const line = node.position?.start.line ?? 0;
    switch (node.type) {
      case 'heading':
        if (node.depth === 2) section = textOf(node);
        subsection = node.depth === 3 ? textOf(node) : '';
        body.headings.push({ depth: node.depth, text: textOf(node), line });
        break;
      case 'code':
        if (node.lang === 'output') break;
        body.samples.push({
          language: node.lang ?? '',
          meta: node.meta ?? '',
          code: node.value,
          output: next?.type === 'code' && next.lang === 'output' ? next.value : undefined,
          line,
        });
        break;
      case 'paragraph':
      case 'tableCell':
        body.passages.push({ text: textOf(node), section, subsection, isInComponent, line });
        break;
      case 'link':
        body.links.push({ url: node.url, text: textOf(node), line });
        break;
      case 'image':
        body.images.push({ url: node.url, text: node.alt ?? '', line });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        body.components.push({
          name: node.name ?? '',
          attributes: Object.fromEntries(
            node.attributes.flatMap((attribute) =>
              attribute.type === 'mdxJsxAttribute' ? [[attribute.name, String(attribute.value ?? '')]] : [],
            ),
          ),
          text: textOf(node),
          line,
        });
        break;
      case 'html':
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        body.foreign.push({ text: node.value, line });
        break;
    }
    if ('children' in node) {
      node.children.forEach((child, index) => {
        visit(child, node.children[index + 1], isInComponent || node.type === 'mdxJsxFlowElement');
      });
    }
  };
  visit(tree, undefined, false);
  return body;
}

/** The words of a node as a reader sees them; code blocks count for nothing. */
function textOf(node: Nodes | PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textOf).join(node.type === 'root' ? ' ' : '') : '';
}
