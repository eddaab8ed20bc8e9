import { mergeLabWork, type WorkOnLab } from '#features/labs/index.ts';
import type { Item } from '#features/notes/index.ts';
import { mergePlans, type SavedPlan } from '#features/plan/index.ts';
import type { Review } from '#features/practice/index.ts';
import { joinInterviews, type PracticeState } from '#features/practice/index.ts';
import type { Mark } from '#features/progress/index.ts';
import type { UserData } from './user-data.ts';

/** An import: what was here before it, and what the file brought. */
export interface Import {
  readonly before: UserData;
  readonly brought: UserData;
}

/** Takes an import back: what still is as the file brought it becomes what it was before. Later changes stay. */
export function undoImport(now: UserData, { before, brought }: Import): UserData {
  const isSameMark = (a: Mark, b: Mark) => a.state === b.state && a.at === b.at;
  const isSameItem = (a: Item, b: Item) => a.text === b.text && a.at === b.at;
  const isSameWork = (a: WorkOnLab, b: WorkOnLab) => a.code === b.code && a.at === b.at && a.passedAt === b.passedAt;
  return {
    marks: undoEntries([now.marks, before.marks, brought.marks], isSameMark),
    practice: undoPractice(now.practice, { before: before.practice, brought: brought.practice }),
    notes: undoEntries([now.notes, before.notes, brought.notes], isSameItem),
    // Work on a lab may have been joined from both sides.
    labs: undoEntries([now.labs, before.labs, mergeLabWork(before.labs, brought.labs)], isSameWork),
    plans: undoPlans(now.plans, { before: before.plans, brought: brought.plans }),
    interview: JSON.stringify(now.interview) === JSON.stringify(brought.interview) ? before.interview : now.interview,
  };
}

type Plans = readonly SavedPlan[];

function undoPlans(now: Plans, { before, brought }: { readonly before: Plans; readonly brought: Plans }): Plans {
  const byId = (plans: Plans) => new Map(plans.map((plan) => [plan.id, plan]));
  const isSame = (a: SavedPlan, b: SavedPlan) => a.changed === b.changed && a.address === b.address;
  return mergePlans([...undoEntries([byId(now), byId(before), byId(brought)], isSame).values()], []);
}

type Entries<Entry> = ReadonlyMap<string, Entry>;

function undoEntries<Entry>(
  [now, before, brought]: readonly [Entries<Entry>, Entries<Entry>, Entries<Entry>],
  isSame: (a: Entry, b: Entry) => boolean,
): Entries<Entry> {
  const undone = new Map(now);
  for (const [key, theirs] of brought) {
    const present = now.get(key);
    if (!present || !isSame(present, theirs)) continue;
    const own = before.get(key);
    if (own) undone.set(key, own);
    else undone.delete(key);
  }
  return undone;
}

type PracticeImport = { readonly before: PracticeState; readonly brought: PracticeState };

function undoPractice(now: PracticeState, { before, brought }: PracticeImport): PracticeState {
  const histories = new Map(now.histories);
  for (const [id, theirs] of brought.histories) {
    const left = undoReviews(now.histories.get(id) ?? [], { own: before.histories.get(id) ?? [], theirs });
    if (left.length > 0) histories.set(id, left);
    else histories.delete(id);
  }
  const hasBroughtSettings = brought.settingsAt > before.settingsAt && now.settingsAt === brought.settingsAt;
  const { settings, settingsAt } = hasBroughtSettings ? before : now;
  return { histories, settings, settingsAt, interviews: undoInterviews(now, { before, brought }) };
}

function undoReviews(
  now: readonly Review[],
  { own, theirs }: { readonly own: readonly Review[]; readonly theirs: readonly Review[] },
): readonly Review[] {
  const [ownAt, theirsAt] = [byMoment(own), byMoment(theirs)];
  return now.flatMap((review) => {
    const isBrought = theirsAt.get(review.at)?.grade === review.grade;
    return isBrought ? (ownAt.get(review.at) ?? []) : [review];
  });
}

const byMoment = <Kept extends { readonly at: number }>(kept: readonly Kept[]) =>
  new Map(kept.map((each) => [each.at, each]));

/** An import may have pushed old interviews out: these come back with it. */
function undoInterviews(now: PracticeState, { before, brought }: PracticeImport): PracticeState['interviews'] {
  const theirsAt = byMoment(brought.interviews);
  const left = now.interviews.filter(({ at }) => !theirsAt.has(at));
  // Where there are none, everything was forgotten since.
  return now.interviews.length === 0 ? [] : joinInterviews(before.interviews, left);
}
