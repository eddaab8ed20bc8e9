import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '#lib/escape-markdown.ts';
import { forSeeds } from '../../support/random.ts';

const pieces = '# - + * _ ~~ ` = === --- *** > | || :- 1. 12) [x](y) ![x](y) <b> </b> &lt; &amp; \\ ! : a b'.split(' ');

/** What the parser of the build makes of a text, as a quotation: the kinds of its nodes, and its words without blanks. */
function parse(markdown: string): { readonly kinds: readonly string[]; readonly words: string } {
  const quotation = markdown.replaceAll(/^/gmu, '> ');
  const nodes = flatten(markdownToMdast(quotation) as unknown as Nodes);
  return {
    kinds: [...new Set(nodes.map(({ type }) => type))],
    words: bare(nodes.map((node) => ('value' in node ? node.value : '')).join('')),
  };
}

const flatten = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(flatten) : [])];
const bare = (text: string) => text.replaceAll(/\s/gu, '');

describe('escaped Markdown', () => {
  it('shows a text as it is and makes nothing of it, for a thousand random ones', () => {
    forSeeds(1000, (random) => {
      const line = () =>
        Array.from({ length: random.whole(1, 3) }, () => random.pick(pieces)).join(random.pick(['', ' ']));
      const text = Array.from({ length: random.whole(1, 4) }, line).join('\n');
      const { kinds, words } = parse(escapeMarkdown(text));
      expect(kinds, text).toEqual(['root', 'blockquote', 'paragraph', 'text']);
      expect(words).toBe(bare(text));
    });
  });

  it('leaves signs alone that mean nothing in the middle of a line', () => {
    expect(escapeMarkdown('.NET 3.5 = a 5-minute read')).toBe('.NET 3.5 = a 5-minute read');
  });
});
