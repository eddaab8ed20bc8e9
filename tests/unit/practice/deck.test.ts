import { describe, expect, it } from 'vitest';
import { levels } from '#content/level.ts';
import { checkId, questionKinds } from '#features/practice/card.ts';
import { deckParameters, isInDeck, readDeck, readPlaces, wholeDeck, writePlaces } from '#features/practice/deck.ts';

const choices = {
  role: ['backend-developer', 'api-designer'],
  area: ['databases', 'security'],
  topic: ['indexing', 'jwt'],
  level: levels,
  kind: questionKinds,
};
const read = (query: string) => readDeck(new URLSearchParams(query), choices);

describe('a deck in an address', () => {
  it('is read from its parameters and written as them', () => {
    const { deck, unknown } = read('role=api-designer&topic=jwt&level=advanced&other=1');
    expect(deck).toEqual({ ...wholeDeck, role: 'api-designer', topic: 'jwt', level: 'advanced' });
    expect(unknown).toEqual([]);
    expect(deckParameters(deck).toString()).toBe('role=api-designer&level=advanced&topic=jwt');
  });

  it('leaves out what is unknown, and names the nearest', () => {
    expect(read('role=backend-developper&level=expert')).toEqual({
      deck: { ...wholeDeck, level: 'expert' },
      unknown: [{ facet: 'role', value: 'backend-developper', nearest: 'backend-developer' }],
    });
    expect(read('kind=xyz').unknown[0]?.nearest).toBeUndefined();
  });

  it('is quick to refuse a hostile one', () => {
    expect(read(`role=${'x'.repeat(100_000)}`).unknown[0]?.value).toHaveLength(60);
  });
});

describe('a card', () => {
  it('is in a deck when every choice fits', () => {
    const card = {
      roles: ['api-designer'],
      area: 'security',
      topics: ['jwt'],
      level: 'advanced',
      kind: 'check',
    } as const;
    expect(isInDeck(card, wholeDeck)).toBe(true);
    expect(isInDeck(card, { ...wholeDeck, role: 'api-designer', area: 'security', topic: 'jwt' })).toBe(true);
    expect(isInDeck(card, { ...wholeDeck, role: 'api-designer', level: 'beginner' })).toBe(false);
    expect(isInDeck(card, { ...wholeDeck, area: 'databases' })).toBe(false);
  });

  it('of a check is known by what it asks, not by its place', () => {
    expect(checkId('indexing', 'What does an index cost?')).toMatch(/^indexing\/[a-z0-9]{7}$/u);
    expect(checkId('indexing', 'What does an index cost?')).not.toBe(checkId('indexing', 'What does it cost?'));
  });
});

describe('places in a list', () => {
  const ids = ['api-designer', 'backend-developer', 'go-developer'];

  it.each([[['go-developer', 'api-designer'], '2 0'] as const, [[], ''] as const])(
    'of %j are written as %j, and read again',
    (chosen, text) => {
      expect(writePlaces(chosen, ids)).toBe(text);
      expect(readPlaces(text, ids)).toEqual(chosen);
    },
  );

  it('beyond it name nothing', () => {
    expect(readPlaces('1 99 -1 x', ids)).toEqual(['backend-developer']);
  });
});
