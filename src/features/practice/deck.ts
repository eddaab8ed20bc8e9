import { nearest } from '#content/issue.ts';
import type { Card } from './card.ts';

export const facets = ['role', 'level', 'area', 'topic', 'kind'] as const;

/** Which cards to take. An empty text takes all. */
export type Deck = Readonly<Record<(typeof facets)[number], string>>;

export const wholeDeck: Deck = { role: '', area: '', topic: '', level: '', kind: '' };

/** What the facets may be, as ids. */
export type Choices = Readonly<Record<keyof Deck, readonly string[]>>;

/** A value in the address that doesn't exist, and the nearest one that does. */
export interface UnknownChoice {
  readonly facet: keyof Deck;
  readonly value: string;
  readonly nearest: string | undefined;
}

/** The longest value that is looked at: comparing words takes time that grows with their length. */
const longest = 60;

/**
 * Reads a deck from the parameters of an address, `?role=backend-developer&level=beginner`.
 * What is unknown is left out of the deck and told, with the nearest known value.
 */
export function readDeck(
  parameters: URLSearchParams,
  choices: Choices,
): { readonly deck: Deck; readonly unknown: readonly UnknownChoice[] } {
  const given = facets.map((facet) => ({ facet, value: (parameters.get(facet) ?? '').trim().slice(0, longest) }));
  const unknown = given.filter(({ facet, value }) => value !== '' && !choices[facet].includes(value));
  const known = given.filter((choice) => !unknown.includes(choice));
  return {
    deck: { ...wholeDeck, ...Object.fromEntries(known.map(({ facet, value }) => [facet, value])) },
    unknown: unknown.map(({ facet, value }) => ({ facet, value, nearest: nearest(value, choices[facet]) })),
  };
}

/** The parameters of a deck's address; empty for the whole deck. */
export function deckParameters(deck: Deck): URLSearchParams {
  return new URLSearchParams(facets.flatMap((facet) => (deck[facet] === '' ? [] : [[facet, deck[facet]]])));
}

/** Whether a card belongs to a deck. */
export function isInDeck(
  card: Pick<Card, 'roles' | 'area' | 'topics' | 'level' | 'kind'>,
  { role, area, topic, level, kind }: Deck,
): boolean {
  return (
    (role === '' || card.roles.includes(role)) &&
    (area === '' || card.area === area) &&
    (topic === '' || card.topics.includes(topic)) &&
    (level === '' || card.level === level) &&
    (kind === '' || card.kind === kind)
  );
}

/** Ids of a list by their places in it, `12 3 14`: ids themselves would make a page of many rows a fifth heavier. */
export const writePlaces = (chosen: readonly string[], ids: readonly string[]): string =>
  chosen.map((id) => ids.indexOf(id)).join(' ');

/** Reads what `writePlaces` wrote; places that the list does not have are left out. */
export const readPlaces = (places: string, ids: readonly string[]): readonly string[] =>
  places.split(' ').flatMap((place) => (place === '' ? [] : (ids[Number(place)] ?? [])));
