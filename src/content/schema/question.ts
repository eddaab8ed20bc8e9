import { z } from 'astro/zod';
import { id, level, line, page } from './common.ts';

/** A side of a card. Readers answer it from memory, in a few seconds. */
const cardSide = (max: number) =>
  line(8, max).refine((text) => text.split(/\s+/u).length <= 40, 'must have at most 40 words');

/** content/questions/<id>.mdx: an interview question or a design challenge. The title is the question as asked. */
export const question = z.strictObject({
  ...page,
  title: line(8, 160).describe('The question as an interviewer asks it.'),
  kind: z.enum(['concept', 'design-challenge', 'coding', 'behavioral']).describe('What sort of answer it wants.'),
  level: level.describe('The level it is asked at.'),
  language: z
    .enum(['nodejs', 'python', 'go', 'rust', 'java', 'dotnet', 'php'])
    .optional()
    .describe(
      'The language that it is about, by its area; left out when it is about none. Candidates of other languages are not asked it.',
    ),
  roles: z.array(id).min(1).max(19).describe('Roles whose interviews ask it.'),
  topics: z.array(id).min(1).max(8).describe('Topics that hold the knowledge; the first is the main one.'),
  frequency: z
    .enum(['rare', 'sometimes', 'often', 'very-often'])
    .describe('How often it is asked. Our editorial estimate.'),
  probes: line(30, 300).describe('What the interviewer wants to find out.'),
  followUps: z
    .array(
      z.strictObject({
        ask: line(8, 200).describe('The follow-up question.'),
        direction: line(20, 400).describe('What a good answer to it says.'),
      }),
    )
    .min(2)
    .max(4)
    .describe('What an interviewer asks next.'),
  rubric: z
    .strictObject({
      weak: line(20, 400).describe('What a weak answer says.'),
      good: line(20, 400).describe('What a good answer says.'),
      strong: line(20, 400).describe('What a strong answer adds.'),
    })
    .describe('How an interviewer tells answers apart.'),
  card: z
    .strictObject({
      front: cardSide(300).describe('The front of the card: a question, at most 40 words.'),
      back: cardSide(320).describe('The back of the card: the answer, at most 40 words.'),
    })
    .describe('Front and back of a card for spaced repetition, at most 40 words each.'),
});
