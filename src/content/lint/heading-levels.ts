import { anchorOf } from '../anchor.ts';
import { entriesOf } from '../corpus.ts';
import { bodyIssue, type Rule } from './rule.ts';

export const headingLevels: Rule = {
  code: 'B002',
  title: 'Headings are of level 2 or 3, a level 3 follows a level 2, and no two share an anchor.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const anchors = new Set<string>();
      return entry.body.headings.flatMap(({ depth, text, line }, index) => {
        const at = (message: string, fix: string) => bodyIssue(entry, line, { code: 'B002', message, fix });
        const isRepeated = anchors.has(anchorOf(text));
        anchors.add(anchorOf(text));
        if (depth === 1 || depth > 3) return [at(`"${text}" is a heading of level ${depth}.`, 'Use level 2 or 3.')];
        if (depth === 3 && index === 0) return [at(`"${text}" jumps to level 3.`, 'Begin with a level 2.')];
        return isRepeated ? [at(`"${text}" is the second heading with its anchor.`, 'Reword one of the two.')] : [];
      });
    }),
};
