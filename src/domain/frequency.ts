import type { Question } from './corpus.ts';

/** How often a question is asked, the most often first. */
export const frequencies = [
  'very-often',
  'often',
  'sometimes',
  'rare',
] as const satisfies readonly Question['frequency'][];

/** Of questions that a role is asked, those that say most of its interviews: asked most often, and by the fewest other roles. */
export function mostAsked<T extends { readonly data: Pick<Question, 'frequency' | 'roles'> }>(
  questions: readonly T[],
  count: number,
): readonly T[] {
  return questions
    .toSorted(
      ({ data: a }, { data: b }) =>
        frequencies.indexOf(a.frequency) - frequencies.indexOf(b.frequency) || a.roles.length - b.roles.length,
    )
    .slice(0, count);
}
