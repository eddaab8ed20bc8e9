/** The key of a project's stage among the marks of topics: marked as done, it has passed its tests. */
export const stageKey = (project: string, stage: number) => `project-${project}-stage-${stage}`;

export const isStageKey = (key: string) => /^project-.+-stage-\d+$/u.test(key);
