/** What files and stored texts of readers are looked at with before anything is taken from them. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isVersion = (value: unknown): value is number => typeof value === 'number' && value >= 1;

/** Ids of content: words in small letters with hyphens between them. */
export const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
