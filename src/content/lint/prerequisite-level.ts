import { levels } from '../level.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const prerequisiteLevel: Rule = {
  code: 'R024',
  title: 'A topic needs nothing above its own level.',
  check: ({ topic }) => {
    const levelOf = new Map(topic.map(({ id, data }) => [id, data.status === 'published' ? data.level : undefined]));
    return topic.flatMap((entry) => {
      if (entry.data.status === 'draft') return [];
      const own = entry.data.level;
      return entry.data.prerequisites.flatMap(({ topic: id }, index) => {
        const needed = levelOf.get(id);
        if (!needed || levels.indexOf(needed) <= levels.indexOf(own)) return [];
        const message = `This topic is ${own} and needs "${id}", which is ${needed}.`;
        return [
          fieldIssue(entry, ['prerequisites', index], {
            code: 'R024',
            message,
            fix: 'Change a level, or drop the edge.',
          }),
        ];
      });
    });
  },
};
