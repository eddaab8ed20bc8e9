import { describe, expect, it } from 'vitest';
import { parseBody } from '#content/parse-body.ts';

describe('parseBody', () => {
  it.each([
    [
      'headings with their levels and lines, front matter aside',
      '---\ntitle: A # not a heading\n---\n\n## Mental model\n\n### The `B` tree\n',
      {
        headings: [
          { depth: 2, text: 'Mental model', line: 5 },
          { depth: 3, text: 'The B tree', line: 7 },
        ],
      },
    ],
    [
      'a sample together with the output behind it',
      '```js file=a.mjs setup\nconsole.log(1);\n```\n\n```output\n1\n```\n',
      { samples: [{ language: 'js', meta: 'file=a.mjs setup', code: 'console.log(1);', output: '1', line: 1 }] },
    ],
    [
      'components with their attributes and their text',
      '<Check ask="Why `a`?" see="one">\n\nBecause of `b`.\n\n</Check>\n',
      {
        components: [{ name: 'Check', attributes: { ask: 'Why `a`?', see: 'one' }, text: 'Because of b.', line: 1 }],
      },
    ],
    [
      'links, also those that are defined elsewhere and bare addresses',
      '[One](/one/), [two][2] and https://three.example\n\n[2]: /two/\n',
      {
        links: [
          { url: '/one/', text: 'One', line: 1 },
          { url: 'https://three.example', text: 'https://three.example', line: 1 },
          { url: '/two/', text: '2', line: 3 },
        ],
      },
    ],
    [
      'images with their alternative texts',
      '![A tree](/tree.png)\n',
      { images: [{ url: '/tree.png', text: 'A tree', line: 1 }] },
    ],
  ])('reads %s', (_, body, expected) => {
    const parsed = parseBody(body);
    for (const [part, found] of Object.entries(expected))
      expect(parsed[part as keyof typeof parsed], part).toEqual(found);
  });

  it('takes an output that stands behind a paragraph for no one’s', () => {
    expect(parseBody('```js\n1;\n```\n\nIt prints:\n\n```output\n1\n```\n').samples).toMatchObject([
      { language: 'js', output: undefined },
    ]);
  });

  it('reads prose with the section it stands in, tables and lists included, code blocks not', () => {
    const body = parseBody(
      'Before.\n\n## One\n\nIn one.\n\n### Part\n\n- An item.\n\n## Two\n\n| a | b |\n| - | - |\n\n```js\n1;\n```\n',
    );
    expect(body.passages.map(({ text, section, subsection }) => [text, section, subsection])).toEqual([
      ['Before.', '', ''],
      ['In one.', 'One', ''],
      ['An item.', 'One', 'Part'],
      ['a', 'Two', ''],
      ['b', 'Two', ''],
    ]);
  });

  it('tells prose in a component from prose of the page', () => {
    expect(
      parseBody('Here.\n\n<Note title="Aside">\n\nThere.\n\n</Note>\n').passages.map(
        ({ isInComponent }) => isInComponent,
      ),
    ).toEqual([false, true]);
  });

  it.each([
    ['an import', "import a from './a.js'\n", "import a from './a.js'"],
    ['an expression', 'It is {1 + 1}.\n', '1 + 1'],
    ['an expression between paragraphs', '{items.length}\n', 'items.length'],
    ['an expression for an attribute', '<Note title={name}>\n\nText.\n\n</Note>\n', 'name'],
    ['attributes that are spread', '<Note {...all}>\n\nText.\n\n</Note>\n', '...all'],
  ])('reports %s as foreign', (_, mdx, text) => {
    expect(parseBody(mdx).foreign).toEqual([{ text, line: 1 }]);
  });

  it.each(['<Note>', 'a {b', '</Note>'])('throws the place and the reason for %j', (mdx) => {
    expect(() => parseBody(`Text.\n\n${mdx}\n`)).toThrow(/^3:\d+: /);
  });
});
