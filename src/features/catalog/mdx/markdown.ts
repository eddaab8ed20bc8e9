import { defineMdastPlugin } from 'satteri';

/** Turns what authors write in Markdown into the site's components: diagrams and pitfall lists. */
export const authorMarkdown = defineMdastPlugin({
  name: 'author-markdown',
  code(node, ctx) {
    if (node.lang !== 'mermaid') return;
    ctx.replaceNode(node, {
      type: 'mdxJsxFlowElement',
      name: 'Diagram',
      attributes: [{ type: 'mdxJsxAttribute', name: 'source', value: node.value }],
      children: [],
    });
  },
});
