/** The four levels, the easiest first. */
export const levels = ['beginner', 'intermediate', 'advanced', 'expert'] as const;

export type Level = (typeof levels)[number];
