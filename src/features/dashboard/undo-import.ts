import { mergeLabWork, type WorkOnLab } from '#features/labs/index.ts';
import { mergePlans } from '#features/plan/index.ts';
import { joinInterviews, type PracticeState, type Review } from '#features/practice/index.ts';
import type { PartName, UserData } from './user-data.ts';

/** An import: what was here before it, and what the file brought. */
export interface Import {
  readonly before: UserData;
  readonly brought: UserData;
}

/** What a part is now, what it was before an import, and what the import brought. */
interface Sides<Value> {
  readonly now: Value;
  readonly before: Value;
  readonly brought: Value;
}

/**
 * Takes an import back for one part of the data: what still is as the file brought it becomes what it was before.
 * Later changes stay.
 */
export function undoPart<Name extends PartName>(
  name: Name,
  now: UserData[Name],
  { before, brought }: Import,
): UserData[Name] {
  return undoers[name]({ now, before: before[name], brought: brought[name] });
}

const undoers: { readonly [Name in PartName]: (sides: Sides<UserData[Name]>) => UserData[Name] } = {
  marks: (sides) => undoEntries(sides, (a, b) => a.state === b.state && a.at === b.at),
  practice: undoPractice,
  notes: (sides) => undoEntries(sides, (a, b) => a.text === b.text && a.at === b.at),
  // Work on a lab may have been joined from both sides.
  labs: ({ now, before, brought }) => undoEntries({ now, before, brought: mergeLabWork(before, brought) }, isSameWork),
  plans: ({ now, before, brought }) => {
    const sides = { now: byId(now), before: byId(before), brought: byId(brought) };
    const undone = undoEntries(sides, (a, b) => a.changed === b.changed && a.address === b.address);
    return mergePlans([...undone.values()], []);
  },
  interview: ({ now, before, brought }) => (JSON.stringify(now) === JSON.stringify(brought) ? before : now),
};

const isSameWork = (a: WorkOnLab, b: WorkOnLab) => a.code === b.code && a.at === b.at && a.passedAt === b.passedAt;

const byId = (plans: UserData['plans']) => new Map(plans.map((plan) => [plan.id, plan]));

function undoEntries<Entry>(
  { now, before, brought }: Sides<ReadonlyMap<string, Entry>>,
  isSame: (a: Entry, b: Entry) => boolean,
): ReadonlyMap<string, Entry> {
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

function undoPractice({ now, before, brought }: Sides<PracticeState>): PracticeState {
  const histories = new Map(now.histories);
  for (const [id, theirs] of brought.histories) {
    const reviewsIn = (state: PracticeState) => state.histories.get(id) ?? [];
    const left = undoReviews({ now: reviewsIn(now), before: reviewsIn(before), brought: theirs });
    if (left.length > 0) histories.set(id, left);
    else histories.delete(id);
  }
  const hasBroughtSettings = brought.settingsAt > before.settingsAt && now.settingsAt === brought.settingsAt;
  const { settings, settingsAt } = hasBroughtSettings ? before : now;
  return { histories, settings, settingsAt, interviews: undoInterviews({ now, before, brought }) };
}

function undoReviews({ now, before, brought }: Sides<readonly Review[]>): readonly Review[] {
  const [ownAt, theirsAt] = [byMoment(before), byMoment(brought)];
  return now.flatMap((review) => {
    const isBrought = theirsAt.get(review.at)?.grade === review.grade;
    return isBrought ? (ownAt.get(review.at) ?? []) : [review];
  });
}

const byMoment = <Kept extends { readonly at: number }>(kept: readonly Kept[]) =>
  new Map(kept.map((each) => [each.at, each]));

/** An import may have pushed old interviews out: these come back with it. */
function undoInterviews({ now, before, brought }: Sides<PracticeState>): PracticeState['interviews'] {
  const theirsAt = byMoment(brought.interviews);
  const left = now.interviews.filter(({ at }) => !theirsAt.has(at));
  // Where there are none, everything was forgotten since.
  return now.interviews.length === 0 ? [] : joinInterviews(before.interviews, left);
}
