import { fieldIssue, type Rule } from './rule.ts';

export const salaryRange: Rule = {
  code: 'R021',
  title: 'A range runs from its lower to its upper end.',
  check: ({ role, roadmap }) => [
    ...role.flatMap((entry) =>
      entry.data.salary.flatMap(({ low, high }, index) =>
        low <= high
          ? []
          : [
              fieldIssue(entry, ['salary', index], {
                code: 'R021',
                message: `The lower end, ${low}, is above the upper end, ${high}.`,
                fix: 'Swap the two.',
              }),
            ],
      ),
    ),
    ...[...role, ...roadmap].flatMap((entry) =>
      entry.data.durations.flatMap(({ min, max = min }, index) =>
        min <= max
          ? []
          : [
              fieldIssue(entry, ['durations', index], {
                code: 'R021',
                message: `The lower end, ${min}, is above the upper end, ${max}.`,
                fix: 'Swap the two.',
              }),
            ],
      ),
    ),
  ],
};
