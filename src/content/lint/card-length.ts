import { fieldIssue, type Rule } from './rule.ts';

const mostWords = 40;

export const cardLength: Rule = {
  code: 'R025',
  title: 'Front and back of a card have at most 40 words each.',
  check: ({ question }) =>
    question.flatMap((entry) =>
      (['front', 'back'] as const).flatMap((side) => {
        const count = entry.data.card[side].split(/\s+/u).length;
        if (count <= mostWords) return [];
        return [
          fieldIssue(entry, ['card', side], {
            code: 'R025',
            message: `The ${side} of the card has ${count} words.`,
            fix: `Shorten it to ${mostWords}.`,
          }),
        ];
      }),
    ),
};
