import type { UserData } from '#features/dashboard/user-data.ts';
import { noPreparation, type Preparation } from '#features/interview/index.ts';
import type { LabWork, WorkOnLab } from '#features/labs/index.ts';
import { mergePlans, type SavedPlan } from '#features/plan/index.ts';
import { exampleGoal } from '../../support/example-data.ts';
import type { Random } from '../../support/random.ts';
import { randomNotes } from '../notes/random-notes.ts';
import { randomState } from '../practice/random-state.ts';
import { randomMarks } from '../progress/random-marks.ts';

/** Everything that a reader may have. */
export function randomUserData(random: Random, most = 30): UserData {
  const practice = randomState(random, most);
  return {
    marks: randomMarks(random, most),
    // Settings that were chosen have a time; 0 stands for the defaults.
    practice: { ...practice, settingsAt: practice.settingsAt + 1 },
    notes: randomNotes(random, most),
    labs: randomLabWork(random, most),
    plans: randomPlans(random, most),
    interview: randomPreparation(random),
  };
}

/** Work on a few labs. Everything has a time or a first pass, as in storage. */
function randomLabWork(random: Random, most: number): LabWork {
  const moment = () => (random.chance(0.5) ? random.whole(1, 9) : random.whole(1, 8.64e15));
  const entry = (): [string, WorkOnLab] => [
    random.pick(['add-up', 'constructor', 'lab-1', '0']),
    { code: random.text('ab\n"\\🐘', random.whole(0, 40)), at: moment(), passedAt: random.chance(0.5) ? 0 : moment() },
  ];
  return new Map(Array.from({ length: random.whole(0, Math.min(most, 4)) }, entry));
}

/** A few plans, the latest change first, as the store holds them. */
function randomPlans(random: Random, most: number): readonly SavedPlan[] {
  const plan = (): SavedPlan => ({
    id: random.pick(['a', 'b', 'c']),
    title: random.pick(['Backend', 'Interview']),
    address: `v=1&lines=${random.pick(['backend', 'go', 'rust'])}`,
    changed: random.whole(1, 99),
  });
  return mergePlans([], Array.from({ length: random.whole(0, Math.min(most, 3)) }, plan));
}

function randomPreparation(random: Random): Preparation {
  if (random.chance(0.4)) return noPreparation;
  const goal = { ...exampleGoal, role: random.pick(['backend-developer', 'go-developer']) };
  return { goal, at: random.whole(1, 99), today: undefined };
}
