import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { maxShared, readFragment, toFragment } from '#features/labs/attempt-link.ts';

const lab = 'add-up';
const linkOf = (payload: string | Uint8Array) => `#attempt=1.${deflateSync(payload).toString('base64url')}`;
const errorOf = async (fragment: string) => {
  const read = await readFragment(lab, fragment);
  return read && 'error' in read ? read.error : undefined;
};

test('code comes out of a link as it went in', async () => {
  for (const code of ['', 'a\r\nb\n\n', 'const ä = "🚆";\n', 'x'.repeat(maxShared)]) {
    const fragment = await toFragment(lab, code);
    expect(await readFragment(lab, fragment ?? '')).toEqual({ code });
  }
});

test('code of more than 8 KB makes no link, counted in bytes', async () => {
  expect(await toFragment(lab, 'x'.repeat(maxShared + 1))).toBeUndefined();
  expect(await toFragment(lab, 'ä'.repeat(maxShared / 2 + 1))).toBeUndefined();
});

test('the hardest code to compress still makes a link that can be read', async () => {
  const code = Array.from({ length: maxShared }, (_, at) =>
    String.fromCharCode(32 + ((at * at * 31 + at * 7) % 95)),
  ).join('');
  expect(await readFragment(lab, (await toFragment(lab, code)) ?? '')).toEqual({ code });
});

describe('what is no attempt is said in a sentence', () => {
  test('a damaged link', async () => {
    const good = (await toFragment(lab, 'let total = 0;\n')) ?? '';
    const binary = linkOf(new Uint8Array([255, 254, 10, 200]));
    for (const bad of [
      good.slice(0, -6),
      good.replace('1.', '1.A'),
      '#attempt=',
      '#attempt=1.%%',
      binary,
      linkOf('add-up'),
    ])
      expect(await errorOf(bad), bad).toContain('This link is damaged');
  });

  test('too much code, also when few characters stand for it', async () => {
    expect(await errorOf(linkOf(`${lab}\n${'x'.repeat(maxShared + 1)}`))).toContain('more than 8 KB');
    expect(await errorOf(linkOf(`${lab}\n${'x'.repeat(5_000_000)}`))).toContain('more than 8 KB');
    expect(await errorOf(`#attempt=1.${'A'.repeat(20_000)}`)).toContain('more than 8 KB');
  });

  test('another lab, or a newer version', async () => {
    expect(await errorOf((await toFragment('other', 'x')) ?? '')).toContain('another lab');
    expect(await errorOf('#attempt=2.abc')).toContain('newer version');
  });
});

test('a fragment of another kind is none of its business', async () => {
  expect(await readFragment(lab, '#checks')).toBeUndefined();
  expect(await readFragment(lab, '')).toBeUndefined();
});
