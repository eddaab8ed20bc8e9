import { expect, it } from 'vitest';
import { readPlaces, writePlaces } from '#features/practice/deck.ts';

const ids = ['api-designer', 'backend-developer', 'go-developer'];

it.each([[['go-developer', 'api-designer'], '2 0'] as const, [[], ''] as const])(
  '%j is written as %j, and read again',
  (chosen, text) => {
    expect(writePlaces(chosen, ids)).toBe(text);
    expect(readPlaces(text, ids)).toEqual(chosen);
  },
);

it('a place beyond the list, or the place of what is in no list, names nothing', () => {
  expect(readPlaces('1 99 -1 x', ids)).toEqual(['backend-developer']);
});
