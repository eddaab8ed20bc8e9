import type { Question } from './corpus.ts';

/** How often a question is asked, the most often first. */
export const frequencies = [
  'very-often',
  'often',
  'sometimes',
  'rare',
] as const satisfies readonly Question['frequency'][];

/**
 * Of the questions that a role is asked, those that say most of its interviews: about topics that the role needs, asked
 * most often, and of the fewest other roles.
 * @param topics ids of the topics that the role needs.
 */
export function mostAsked<T extends { readonly data: Pick<Question, 'frequency' | 'roles' | 'topics'> }>(
  questions: readonly T[],
  { topics, count }: { topics: ReadonlySet<string>; count: number },
): readonly T[] {
  const isForeign = ({ data }: T) => Number(!topics.has(data.topics[0] ?? ''));
  return questions
    .toSorted(
      (a, b) =>
        isForeign(a) - isForeign(b) ||
        frequencies.indexOf(a.data.frequency) - frequencies.indexOf(b.data.frequency) ||
        a.data.roles.length - b.data.roles.length,
    )
    .slice(0, count);
}
