import { fieldIssue, type Rule } from './rule.ts';

export const emptyPhase: Rule = {
  code: 'R017',
  title: 'A phase has stops or a choice, and says when it is: weeks or a span.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) =>
      entry.data.phases.flatMap((phase, index) => {
        const at = (message: string, fix: string) =>
          fieldIssue(entry, ['phases', index], { code: 'R017', message, fix });
        return [
          ...(phase.stops.length === 0 && !phase.choice
            ? [at('The phase has no stop and no choice.', 'Add stops.')]
            : []),
          ...(phase.weeks || phase.span
            ? []
            : [at('The phase has neither weeks nor a span.', 'Add `weeks`, or `span` in words.')]),
        ];
      }),
    ),
};
