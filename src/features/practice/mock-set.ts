import { type Level, levels } from '#content/level.ts';
import { seededRandom } from '#lib/random.ts';
import { type Card, type QuestionKind, questionKinds } from './card.ts';
import type { Interview } from './state.ts';

/** What a mock interview is for. The same request on the same content gives the same questions. */
export interface MockRequest {
  /** A role's id; empty for questions of every role. */
  readonly role: string;
  /** Empty for every level. */
  readonly level: Level | '';
  /** The area of a language; empty for questions about every language. */
  readonly language: string;
  readonly minutes: number;
  /** Up to twelve lower-case letters and digits. */
  readonly seed: string;
}

/** A question of an interview, with the minutes that it should take. */
export interface MockQuestion {
  readonly card: Card;
  readonly minutes: number;
}

export const minuteChoices = [15, 30, 45, 60, 90] as const;

export const usualMinutes = 45;

/** Minutes for an answer with follow-ups. Our editorial estimate. */
const minutesFor: Readonly<Record<QuestionKind, number>> = {
  concept: 7,
  coding: 12,
  behavioral: 6,
  'design-challenge': 25,
};

/**
 * Draws a balanced set: a design challenge from 45 minutes on, one about experience from 30, coding every hour,
 * concepts in the rest, of which the first is about the chosen language; each about another main topic while there are any, at the wanted level or the nearest to it.
 */
export function drawMockSet(cards: readonly Card[], request: MockRequest): readonly MockQuestion[] {
  const pool = rankedPool(cards, request);
  const taken: Card[] = [];
  let left = request.minutes;
  const take = (kind: QuestionKind, max: number, from = pool) => {
    for (let count = 0; count < max; count += 1) {
      const open = from.filter((card) => card.kind === kind && !taken.includes(card));
      const next = open.find((card) => !taken.some(({ topics }) => topics[0] === card.topics[0])) ?? open[0];
      if (!next || (minutesFor[kind] > left && taken.length > 0)) return;
      taken.push(next);
      left -= minutesFor[kind];
    }
  };
  const { language } = request;
  take('concept', 1, language === '' ? [] : pool.filter((card) => card.language === language));
  take('design-challenge', request.minutes >= 90 ? 2 : request.minutes >= 45 ? 1 : 0);
  take('behavioral', request.minutes >= 30 ? 1 : 0);
  take('coding', Math.floor(request.minutes / 60));
  take('concept', pool.length);
  take('coding', pool.length);
  if (taken.length === 0) take('design-challenge', 1);
  return taken.toSorted(inOrder).map((card) => ({ card, minutes: minutesFor[card.kind as QuestionKind] }));
}

/** Questions that fit, the nearest level first; among equals the seed decides, card by card, so that a new card moves few others. */
function rankedPool(cards: readonly Card[], { level, seed, ...rest }: MockRequest): readonly Card[] {
  const distance = (card: Card) => (level === '' ? 0 : Math.abs(levels.indexOf(card.level) - levels.indexOf(level)));
  return cards
    .filter((card) => card.kind !== 'check' && fits(card, rest))
    .map((card) => ({ card, distance: distance(card), draw: seededRandom(`${seed}/${card.id}`)() }))
    .toSorted((a, b) => a.distance - b.distance || a.draw - b.draw)
    .map(({ card }) => card);
}

/** Whether the role is asked it. Who chose a language is asked about that one and no other. */
function fits(card: Card, { role, language }: Pick<MockRequest, 'role' | 'language'>): boolean {
  if (language !== '' && card.language !== undefined) return card.language === language;
  return role === '' || card.roles.includes(role);
}

function inOrder(a: Card, b: Card): number {
  const rank = ({ kind }: Card) => questionKinds.indexOf(kind as QuestionKind);
  return rank(a) - rank(b) || levels.indexOf(a.level) - levels.indexOf(b.level);
}

/** For how many interviews a question should not come up again. */
const remembered = 3;

/** How many seeds are tried for a set without repeats. */
const tries = 300;

/**
 * A seed whose set repeats as little as possible from the last interviews; a repeat from the last one weighs most.
 * The set itself depends on the seed alone, so that its link gives anyone the same.
 */
export function chooseSeed(
  cards: readonly Card[],
  {
    request,
    interviews,
    random,
  }: { request: Omit<MockRequest, 'seed'>; interviews: readonly Interview[]; random: () => number },
): string {
  const weights = new Map<string, number>();
  for (const [index, { questions }] of interviews.slice(-remembered).entries())
    for (const [id] of questions) weights.set(id, (index + 1) ** 2);
  let best = { seed: '', repeats: Number.POSITIVE_INFINITY };
  for (let count = 0; count < tries && best.repeats > 0; count += 1) {
    const seed = Math.floor(random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0');
    const set = drawMockSet(cards, { ...request, seed });
    const repeats = set.reduce((sum, { card }) => sum + (weights.get(card.id) ?? 0), 0);
    if (repeats < best.repeats) best = { seed, repeats };
  }
  return best.seed;
}

/** How many questions of a set were in one of the last interviews. */
export function countRepeats(set: readonly MockQuestion[], interviews: readonly Interview[]): number {
  const lately = new Set(interviews.slice(-remembered).flatMap(({ questions }) => questions.map(([id]) => id)));
  return set.filter(({ card }) => lately.has(card.id)).length;
}

/** What an address says about minutes and seed; the nearest length there is, and only what a seed may hold. */
export function readMockAddress(parameters: URLSearchParams): {
  readonly minutes: number;
  readonly seed: string | undefined;
} {
  const wanted = Number.parseFloat((parameters.get('minutes') ?? '').slice(0, 12));
  const seed = (parameters.get('seed') ?? '')
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
    .slice(0, 12);
  return { minutes: nearestMinutes(wanted), seed: seed || undefined };
}

/** The length that is nearest to a number; the usual one for what is no number. */
function nearestMinutes(wanted: number): number {
  if (Number.isNaN(wanted)) return usualMinutes;
  const distance = (choice: number) => Math.abs(choice - wanted);
  return minuteChoices.toSorted((a, b) => distance(a) - distance(b))[0] ?? usualMinutes;
}
