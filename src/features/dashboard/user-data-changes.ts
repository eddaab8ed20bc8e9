import type { LabWork } from '#features/labs/index.ts';
import { type Notes, partsOf } from '#features/notes/index.ts';
import type { SavedPlan } from '#features/plan/index.ts';
import { counted, type Histories } from '#features/practice/index.ts';
import { type Marks, type State, stateOf, stateWords } from '#features/progress/index.ts';
import { countText } from '#lib/wording.ts';
import { mergeUserData, type UserData } from './user-data.ts';

/** added: the reader had nothing there; changed: the file's is newer; kept: the reader's own is newer, and stays. */
export const effects = ['added', 'changed', 'kept'] as const;

export type Effect = (typeof effects)[number];

export type ChangeKind = 'mark' | 'note' | 'link' | 'card' | 'lab' | 'plan' | 'goal' | 'interviews' | 'settings';

/** What an import does to one thing. */
export interface Change {
  readonly kind: ChangeKind;
  /** The id of a topic, card or lab, the title of a plan, or a link's key; empty for what there is only one of. */
  readonly key: string;
  readonly effect: Effect;
  /** What the reader has and what the file has, in a few words; empty where that is nothing. */
  readonly mine: string;
  readonly theirs: string;
}

/**
 * What joining `theirs` with `mine` does, thing by thing: marks, notes and links, practice, labs, plans, the interview.
 * What is the same on both sides is left out.
 */
export function changesBy(mine: UserData, theirs: UserData): readonly Change[] {
  const merged = mergeUserData(mine, theirs);
  const compare = (kind: ChangeKind, key: string, wordsOf: (of: UserData) => string) =>
    toChange({ kind, key }, [wordsOf(mine), wordsOf(theirs), wordsOf(merged)]);
  return [
    ...[...theirs.marks.keys()].flatMap((id) => compare('mark', id, ({ marks }) => markWords(marks, id))),
    ...[...theirs.notes.keys()].flatMap((key) =>
      compare(partsOf(key).address === undefined ? 'note' : 'link', key, ({ notes }) => textOf(notes, key)),
    ),
    ...[...theirs.practice.histories.keys()].flatMap((id) =>
      toCardChange(
        id,
        [mine, theirs, merged].map(({ practice }) => practice.histories),
      ),
    ),
    ...toInterviewChange(mine, merged),
    ...toSettingsChange(mine, theirs),
    ...[...theirs.labs.keys()].flatMap((id) =>
      toLabChange(
        id,
        [mine, theirs, merged].map(({ labs }) => labs),
      ),
    ),
    ...theirs.plans.flatMap((plan) => toPlanChange(plan, mine.plans)),
    ...toGoalChange(mine, theirs),
  ];
}

/** How many things of each effect there are. */
export function countEffects(changes: readonly Change[]): Readonly<Record<Effect, number>> {
  const count = (effect: Effect) => changes.filter((change) => change.effect === effect).length;
  return { added: count('added'), changed: count('changed'), kept: count('kept') };
}

function toChange(
  { kind, key }: Pick<Change, 'kind' | 'key'>,
  [mine = '', theirs = '', merged = '']: readonly string[],
): readonly Change[] {
  if (mine === theirs) return [];
  const effect = merged === mine ? 'kept' : mine === '' ? 'added' : 'changed';
  return [{ kind, key, effect, mine, theirs }];
}

function markWords(marks: Marks, id: string): string {
  const state: State | 'none' = stateOf(marks, id);
  return state === 'none' ? '' : stateWords[state];
}

const textOf = (notes: Notes, key: string) => notes.get(key)?.text ?? '';

/** Reviews are joined, never replaced: a card is changed by every answer that the reader lacks or took back elsewhere. */
function toCardChange(id: string, [mine, theirs, merged]: readonly Histories[]): readonly Change[] {
  const answers = (histories: Histories | undefined) => counted(histories?.get(id) ?? []);
  const moments = (histories: Histories | undefined) => JSON.stringify(answers(histories));
  const words = (histories: Histories | undefined) => {
    const { length } = answers(histories);
    return length === 0 ? '' : countText(length, 'answer');
  };
  if (moments(mine) === moments(theirs)) return [];
  const effect = moments(merged) === moments(mine) ? 'kept' : words(mine) === '' ? 'added' : 'changed';
  return [{ kind: 'card', key: id, effect, mine: words(mine), theirs: words(theirs) }];
}

function toInterviewChange(mine: UserData, merged: UserData): readonly Change[] {
  const known = new Set(mine.practice.interviews.map(({ at }) => at));
  const more = merged.practice.interviews.filter(({ at }) => !known.has(at)).length;
  if (more === 0) return [];
  return [{ kind: 'interviews', key: '', effect: 'added', mine: '', theirs: countText(more, 'interview') }];
}

function toSettingsChange(mine: UserData, theirs: UserData): readonly Change[] {
  const [own, other] = [mine.practice, theirs.practice];
  if (other.settingsAt === 0 || JSON.stringify(own.settings) === JSON.stringify(other.settings)) return [];
  const effect = other.settingsAt > own.settingsAt ? 'changed' : 'kept';
  return [{ kind: 'settings', key: '', effect, mine: 'as set here', theirs: 'as set there' }];
}

/** The newer code is taken and a lab once passed stays passed, so that what comes of it may be from both sides. */
function toLabChange(id: string, [mine, theirs, merged]: readonly LabWork[]): readonly Change[] {
  const work = (labs: LabWork | undefined) => {
    const own = labs?.get(id);
    return own && JSON.stringify([own.code, own.passedAt]);
  };
  const words = (labs: LabWork | undefined) => {
    const own = labs?.get(id);
    if (!own) return '';
    return `${own.passedAt > 0 ? 'passed' : 'not passed'}, ${countText(own.code.length, 'character')} of code`;
  };
  if (work(mine) === work(theirs)) return [];
  const effect = work(merged) === work(mine) ? 'kept' : work(mine) === undefined ? 'added' : 'changed';
  return [{ kind: 'lab', key: id, effect, mine: words(mine), theirs: words(effect === 'changed' ? merged : theirs) }];
}

function toPlanChange(theirs: SavedPlan, plans: readonly SavedPlan[]): readonly Change[] {
  const mine = plans.find(({ id }) => id === theirs.id);
  if (mine?.address === theirs.address) return [];
  const effect = !mine ? 'added' : theirs.changed > mine.changed ? 'changed' : 'kept';
  return [{ kind: 'plan', key: theirs.title, effect, mine: mine ? 'as saved here' : '', theirs: 'as saved there' }];
}

function toGoalChange(mine: UserData, theirs: UserData): readonly Change[] {
  const [own, other] = [mine.interview, theirs.interview];
  if (!other.goal || JSON.stringify(own.goal) === JSON.stringify(other.goal)) return [];
  const effect = other.at <= own.at ? 'kept' : own.goal ? 'changed' : 'added';
  return [{ kind: 'goal', key: '', effect, mine: own.goal ? 'as set here' : '', theirs: 'as set there' }];
}
