import { describe, expect, it } from 'vitest';
import { parseFrontMatter, parseYaml } from '#content/yaml.ts';

const read = (text: string) => parseFrontMatter({ path: 'content/topics/a.mdx', text });

describe('parseFrontMatter', () => {
  it.each(['---\ntitle: A\n---\nBody', '---\ntitle: A\n---', '---\r\ntitle: A\r\n---\r\nBody'])(
    'reads what stands between the lines of %j',
    (text) => {
      expect(read(text)).toMatchObject({ value: { title: 'A' } });
    },
  );

  it.each(['', 'Body', '---\ntitle: A\n', '\n---\ntitle: A\n---\n', '--- \ntitle: A\n---\n'])(
    'reports that %j has none',
    (text) => {
      expect(read(text)).toMatchObject({ code: 'S001', line: 1 });
    },
  );

  it.each([
    ['title: A\nsummary: "B', 3],
    ['title: A\nsummary: B: C', 3],
    ['title: A\ntitle: B', 3],
    ['title: A\n\tsummary: B', 3],
    ['title: *A', 2],
  ])('reports %j at its line, in one line', (yaml, line) => {
    expect(read(`---\n${yaml}\n---\n`)).toMatchObject({ code: 'S001', line, message: expect.stringMatching(/^.+\.$/) });
  });
});

it('parseYaml does not multiply aliases without end', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghij'.split('').map((key, index) => {
      const before = 'abcdefghij'[index];
      return `${key}: &${key} [*${before}, *${before}, *${before}, *${before}, *${before}, *${before}, *${before}, *${before}, *${before}]`;
    }),
  ].join('\n');
  expect(parseYaml(bomb, { path: 'content/areas.yaml', firstLine: 1 })).toMatchObject({ code: 'S001' });
});
