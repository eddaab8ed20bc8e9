import { defineHastPlugin, defineMdastPlugin } from 'satteri';

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

/**
 * Headers of a table say that they are those of columns. The corner above the row names is no header: a screen reader
 * would announce an empty one for each name.
 */
export const tableHeaders = defineHastPlugin({
  name: 'table-headers',
  element: [
    {
      filter: ['th'],
      visit(node, ctx) {
        if (node.children.length === 0)
          ctx.replaceNode(node, { type: 'element', tagName: 'td', properties: node.properties, children: [] });
        else ctx.setProperty(node, 'scope', 'col');
      },
    },
  ],
});
