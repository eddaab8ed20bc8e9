import { expect, it } from 'vitest';
import { drawBadge } from '#features/share/draw-badge.ts';

it('writes a title with quotation marks into an attribute without ending it', () => {
  expect(drawBadge({ title: 'The "fast" line', color: '#0a0' })).toContain(
    'aria-label="Wayline: The &quot;fast&quot; line"',
  );
});
