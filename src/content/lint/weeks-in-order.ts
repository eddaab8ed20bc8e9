import { fieldIssue, type Rule } from './rule.ts';

export const weeksInOrder: Rule = {
  code: 'R019',
  title: 'Weeks of a roadmap’s phases run forward and do not overlap, except phases of the very same weeks.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) => {
      let before = { from: 0, to: 0 };
      return entry.data.phases.flatMap(({ weeks }, index) => {
        if (!weeks) return [];
        const isFine = weeks.from > before.to || (weeks.from === before.from && weeks.to === before.to);
        const last = before;
        before = weeks;
        if (isFine) return [];
        const message = `Weeks ${weeks.from}-${weeks.to} do not begin after weeks ${last.from}-${last.to} of the phase before.`;
        return [
          fieldIssue(entry, ['phases', index, 'weeks'], {
            code: 'R019',
            message,
            fix: 'Change the weeks, or the order of the phases.',
          }),
        ];
      });
    }),
};
