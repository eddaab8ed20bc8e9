import { fieldIssue, type Rule } from './rule.ts';

export const branchTarget: Rule = {
  code: 'R018',
  title: 'A branch names phases of its roadmap, and a choice’s default is one of its branches.',
  check: ({ roadmap }) => {
    const phases = new Map(roadmap.map(({ id, data }) => [id, new Set(data.phases.map((phase) => phase.id))]));
    return roadmap.flatMap((entry) =>
      entry.data.phases.flatMap(({ choice }, index) => {
        if (!choice) return [];
        const field = ['phases', index, 'choice'] as const;
        const unknown = choice.branches.flatMap((branch, place) =>
          branch.phases
            .filter((id) => phases.has(branch.roadmap) && !phases.get(branch.roadmap)?.has(id))
            .map((id) =>
              fieldIssue(entry, [...field, 'branches', place, 'phases'], {
                code: 'R018',
                message: `"${id}" is not a phase of the roadmap "${branch.roadmap}".`,
                fix: `Its phases are ${[...(phases.get(branch.roadmap) ?? [])].join(', ')}.`,
              }),
            ),
        );
        if (choice.branches.some((branch) => branch.roadmap === choice.default)) return unknown;
        const message = `The default "${choice.default}" is not one of the branches.`;
        return [
          ...unknown,
          fieldIssue(entry, [...field, 'default'], { code: 'R018', message, fix: 'Name a branch’s roadmap.' }),
        ];
      }),
    );
  },
};
