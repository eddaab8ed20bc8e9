import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const styles = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:css|astro)$/u.test(path))
  .map((path) => ({ path, css: readFileSync(join('src', path), 'utf8') }));

it('corners have one of three radii: of controls, of cards, and of what is round', () => {
  const others = styles.flatMap(({ path, css }) =>
    [...css.matchAll(/border-radius: ([^;]+);/gu)]
      .map(([, value = '']) => `${path}: ${value}`)
      .filter(
        (found) => !/: (?:(?:0|inherit|50%|var\(--(?:corner|corner-card|pill|radius|radius-lg)\)) ?)+$/u.test(found),
      ),
  );
  expect(others).toEqual([]);
});
