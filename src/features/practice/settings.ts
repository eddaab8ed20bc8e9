/** What a reader may set. Limits are for all decks together. */
export interface Settings {
  /** The most cards of one day. */
  readonly perDay: number;
  /** The most cards of one day that were never seen before. */
  readonly newPerDay: number;
  /** On how many days of a week the reader wants to practice. */
  readonly daysPerWeek: number;
  /** Whether "hard" and "easy" are offered besides "again" and "good". */
  readonly fourGrades: boolean;
}

export const defaultSettings: Settings = { perDay: 30, newPerDay: 8, daysPerWeek: 3, fourGrades: false };

/** What the numbers may be, both ends included. */
export const settingRanges = {
  perDay: [1, 500],
  newPerDay: [0, 200],
  daysPerWeek: [1, 7],
} as const satisfies Partial<Record<keyof Settings, readonly [number, number]>>;

/** A number as a setting: whole and within its range; undefined for what is no number at all. */
export function asSetting(name: keyof typeof settingRanges, value: unknown): number | undefined {
  const [min, max] = settingRanges[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Math.min(max, Math.max(min, Math.round(value)));
}
