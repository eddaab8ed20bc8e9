import { nearest } from '../issue.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const lineColor: Rule = {
  code: 'R029',
  title: 'A line’s color is one that the site has.',
  check: ({ roadmap, lineColors }) =>
    roadmap
      .filter(({ data }) => !lineColors.includes(data.color))
      .map((entry) => {
        const suggestion = nearest(entry.data.color, lineColors);
        const message = `There is no line color "${entry.data.color}".`;
        const fix = suggestion
          ? `Did you mean ${suggestion}?`
          : 'Take a color of src/styles/tokens.css, or add one there.';
        return fieldIssue(entry, ['color'], { code: 'R029', message, fix });
      }),
};
