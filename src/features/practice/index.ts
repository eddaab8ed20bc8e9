// What other features may use of this one. Browser-safe: no files, no Astro.
export { type Card, predictionId } from './card.ts';
export { type Choices, isInDeck, readPlaces, writePlaces } from './deck.ts';
export type { Due } from './due.ts';
export { countPractice, practiceFormat } from './practice-file.ts';
export { counted, type Histories, type Moment } from './review.ts';
export { emptyState, mergeStates, notAfter, type PracticeState } from './state.ts';
