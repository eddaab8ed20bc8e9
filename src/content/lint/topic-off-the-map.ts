import { fieldIssue, isDraft, type Rule } from './rule.ts';

export const topicOffTheMap: Rule = {
  code: 'R006',
  title: 'Every published topic is a stop of a roadmap.',
  check: ({ topic, roadmap, unread }) => {
    // The stops of a roadmap with errors are unknown.
    if (unread.some(({ kind }) => kind === 'roadmap')) return [];
    const stops = new Set(
      roadmap.flatMap(({ data }) =>
        data.phases.flatMap((phase) => phase.stops.flatMap((stop) => [stop.topic, ...stop.also])),
      ),
    );
    return topic
      .filter((entry) => !isDraft(entry) && !stops.has(entry.id))
      .map((entry) =>
        fieldIssue(entry, ['title'], {
          code: 'R006',
          message: 'No roadmap stops at this topic.',
          fix: 'Add it to a phase of a roadmap in content/roadmaps/.',
        }),
      );
  },
};
