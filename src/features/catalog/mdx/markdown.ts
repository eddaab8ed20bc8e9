import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { choicesIn } from '#content/prediction.ts';

/** Turns code blocks of authors into the site's components: diagrams, outputs that readers predict, and code. */
export const authorMarkdown = defineMdastPlugin({
  name: 'author-markdown',
  code(node, ctx) {
    const { value, lang, meta } = node;
    const language = lang ?? 'text';
    const choices = language === 'output' ? choicesIn(meta ?? '') : undefined;
    if (language === 'mermaid') ctx.replaceNode(node, component('Diagram', { source: value }));
    else if (choices) ctx.replaceNode(node, component('Predict', { output: value, choices: choices.join('|') }));
    else ctx.replaceNode(node, component('Code', { code: value, language, meta: meta ?? '' }));
  },
});

const component = (name: string, attributes: Readonly<Record<string, string>>) => ({
  type: 'mdxJsxFlowElement' as const,
  name,
  attributes: Object.entries(attributes).map(([key, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name: key,
    value,
  })),
  children: [],
});

/**
 * Marks the headers of a table as those of columns. An empty corner above the names of rows becomes an ordinary cell: a
 * screen reader would announce it with every name.
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
