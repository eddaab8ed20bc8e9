import { fileFormat, isRecord, writeEntries } from '#lib/stored-file.ts';
import { counted, type Grade, type Review } from './review.ts';
import { asSetting, defaultSettings, type Settings, settingRanges } from './settings.ts';
import { emptyState, type Interview, type PracticeState, type Score, scores } from './state.ts';

/** More reviews of one card than anyone gives in a lifetime. */
const maxReviews = 2000;

/** The last moment that a Date can hold with any offset. */
const lastMoment = 8.64e15 - 86_400_000;

/** How the practice room's state stands in storage and inside a backup. */
export const practiceFormat = fileFormat<PracticeState>({
  kind: 'wayline-practice',
  write: ({ histories, settings, settingsAt, interviews }) => ({
    reviews: writeEntries(histories, (history) => history.map(({ at, grade, offset }) => [at, grade, offset])),
    settings: { ...settings, at: settingsAt },
    interviews: interviews.map(({ at, questions }) => [at, questions]),
  }),
  read: (file) => {
    if (!isRecord(file['reviews'])) return undefined;
    const entries = Object.entries(file['reviews']).map(([id, raw]) => ({ id, ...readHistory(id, raw) }));
    const { interviews, errors: interviewErrors } = readInterviews(file['interviews']);
    const { settings, settingsAt, errors: settingsErrors } = readSettings(file['settings']);
    const histories = new Map(
      entries.filter(({ history }) => history.length > 0).map(({ id, history }) => [id, history]),
    );
    const errors = entries.reduce((sum, entry) => sum + entry.errors, interviewErrors + settingsErrors);
    return { value: { histories, settings, settingsAt, interviews }, errors };
  },
});

/** How many cards were met and answers given, for a line of text. */
export function countPractice({ histories }: PracticeState): { readonly cards: number; readonly answers: number } {
  const lengths = [...histories.values()].map((history) => counted(history).length).filter((length) => length > 0);
  return { cards: lengths.length, answers: lengths.reduce((sum, length) => sum + length, 0) };
}

const isWhole = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

/** A question's id, or a topic's with the hash of a check. */
const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]{7})?$/u;

const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= 70 && idForm.test(value);

function readHistory(id: string, raw: unknown): { history: readonly Review[]; errors: number } {
  if (!isId(id) || !Array.isArray(raw)) return { history: [], errors: 1 };
  const read = raw.slice(0, maxReviews).flatMap(toReview);
  const byMoment = new Map(read.toSorted((a, b) => b.grade - a.grade).map((review) => [review.at, review]));
  const history = [...byMoment.values()].toSorted((a, b) => a.at - b.at);
  return { history, errors: raw.length - history.length };
}

function toReview(raw: unknown): Review[] {
  if (!Array.isArray(raw)) return [];
  const [at, grade, offset] = raw as unknown[];
  if (!isWhole(at, 0, lastMoment) || !isWhole(grade, 0, 4) || !isWhole(offset, -1440, 1440)) return [];
  return [{ at, grade: grade as Grade | 0, offset }];
}

function readInterviews(raw: unknown): { interviews: readonly Interview[]; errors: number } {
  if (raw === undefined) return { interviews: [], errors: 0 };
  if (!Array.isArray(raw)) return { interviews: [], errors: 1 };
  const interviews = raw.slice(-100).flatMap((entry): Interview[] => {
    if (!Array.isArray(entry)) return [];
    const [at, questions] = entry as unknown[];
    if (!isWhole(at, 0, lastMoment) || !Array.isArray(questions) || questions.length > 60) return [];
    return questions.every(isScored) ? [{ at, questions }] : [];
  });
  return { interviews, errors: raw.length - interviews.length };
}

function isScored(raw: unknown): raw is [string, Score | 'none'] {
  if (!Array.isArray(raw) || raw.length !== 2) return false;
  const [id, score] = raw as unknown[];
  return isId(id) && (score === 'none' || scores.includes(score as Score));
}

function readSettings(raw: unknown): { settings: Settings; settingsAt: number; errors: number } {
  if (raw === undefined) return { settings: defaultSettings, settingsAt: 0, errors: 0 };
  if (!isRecord(raw) || !isWhole(raw['at'], 0, lastMoment))
    return { settings: defaultSettings, settingsAt: emptyState.settingsAt, errors: 1 };
  const names = Object.keys(settingRanges) as (keyof typeof settingRanges)[];
  const numbers = names.map((name) => [name, asSetting(name, raw[name])] as const);
  const known = numbers.filter(([, value]) => value !== undefined);
  const isFlag = typeof raw['fourGrades'] === 'boolean';
  const settings: Settings = {
    ...defaultSettings,
    ...Object.fromEntries(known),
    ...(isFlag ? { fourGrades: raw['fourGrades'] === true } : {}),
  };
  return { settings, settingsAt: raw['at'], errors: numbers.length - known.length + (isFlag ? 0 : 1) };
}
