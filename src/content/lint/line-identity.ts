import { fieldIssue, type Rule } from './rule.ts';

export const lineIdentity: Rule = {
  code: 'R020',
  title: 'A line’s color and badge are its own.',
  check: ({ roadmap }) =>
    (['color', 'badge'] as const).flatMap((key) => {
      const owners = new Map<string, string>();
      return roadmap.flatMap((entry) => {
        const owner = owners.get(entry.data[key]);
        owners.set(entry.data[key], entry.path);
        if (owner === undefined) return [];
        const message = `"${entry.data[key]}" is the ${key} of ${owner}.`;
        return [fieldIssue(entry, [key], { code: 'R020', message, fix: `Choose a ${key} that no line has.` })];
      });
    }),
};
