import { fieldIssue, type Rule } from './rule.ts';

export const resourceRepeated: Rule = {
  code: 'R010',
  title: 'A topic lists an address once.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      if (entry.data.status === 'draft') return [];
      const urls = entry.data.resources.map(({ url }) => url);
      return urls.flatMap((url, index) =>
        urls.indexOf(url) === index
          ? []
          : [
              fieldIssue(entry, ['resources', index, 'url'], {
                code: 'R010',
                message: `${url} stands here twice.`,
                fix: 'Take one out.',
              }),
            ],
      );
    }),
};
