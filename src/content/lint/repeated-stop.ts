import { fieldIssue, type Rule } from './rule.ts';

export const repeatedStop: Rule = {
  code: 'R016',
  title: 'A phase stops at a topic once, and a roadmap uses a phase id once.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) => {
      const phaseIds = entry.data.phases.map(({ id }) => id);
      return entry.data.phases.flatMap((phase, index) => {
        const topics = phase.stops.map(({ topic }) => topic);
        const repeated = topics.flatMap((topic, place) =>
          topics.indexOf(topic) === place
            ? []
            : [
                fieldIssue(entry, ['phases', index, 'stops', place], {
                  code: 'R016',
                  message: `"${topic}" is a stop of this phase already.`,
                  fix: 'Join the two and keep both labels.',
                }),
              ],
        );
        const sameId =
          phaseIds.indexOf(phase.id) === index
            ? []
            : [
                fieldIssue(entry, ['phases', index, 'id'], {
                  code: 'R016',
                  message: `"${phase.id}" is the id of an earlier phase.`,
                  fix: 'Give the phase an id of its own.',
                }),
              ];
        return [...sameId, ...repeated];
      });
    }),
};
