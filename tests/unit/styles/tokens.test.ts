import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

type Theme = 'light' | 'dark';

/** Every token with a color in each theme, and `--line` of each line by the line's name: "line-green". */
const tokens = new Map(
  [...css.matchAll(/(?:="(\w+)"\] \{\s*)?--([\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/giu)].map(
    ([, line, name = '', light = '', dark = '']) => [line ? `${name}-${line}` : name, { light, dark }],
  ),
);

function colorOf(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`--${name} has no pair of colors in tokens.css.`);
  return token[theme];
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const lines = [...tokens.keys()].filter((name) => name.startsWith('line-'));
const code = [...tokens.keys()].filter((name) => name.startsWith('code-'));
const text = ['ink', 'soft', 'muted', 'accent', 'warning', 'danger', ...code];
const surfaces = ['paper', 'card', 'sunken', 'tint'];

const pairs = (above: readonly string[], below: readonly string[]) =>
  above.flatMap((one) =>
    below.flatMap((other) => (['light', 'dark'] as const).map((theme) => [one, other, theme] as const)),
  );

it.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#ffffff', '#ffffff', 1],
])('the contrast from %s to %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
});

describe('the colors', () => {
  it('have a pair for every color that the file names', () => {
    expect(css.match(/#[\da-f]{3,8}\b/giu)?.length).toBe(tokens.size * 2);
    expect(lines.length).toBeGreaterThanOrEqual(24);
  });

  it.each([
    ...pairs(text, surfaces),
    ...pairs(['ink'], ['hit']),
    ...pairs(['on-ink'], ['ink', 'soft']),
    ...pairs(['on-line'], lines),
  ])('let text in --%s be read on --%s, %s', (ink, surface, theme) => {
    expect(contrast(colorOf(ink, theme), colorOf(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs([...lines, 'edge', 'ink', 'accent'], surfaces))(
    'let a line, the edge of a control or its focus in --%s be seen on --%s, %s',
    (edge, surface, theme) => {
      expect(contrast(colorOf(edge, theme), colorOf(surface, theme))).toBeGreaterThanOrEqual(3);
    },
  );

  it('tell the lines apart: no two have the same color in a theme', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(new Set(lines.map((line) => colorOf(line, theme))).size).toBe(lines.length);
    }
  });
});
