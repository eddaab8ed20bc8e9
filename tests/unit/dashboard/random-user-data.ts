import type { UserData } from '#features/dashboard/user-data.ts';
import type { Random } from '../../support/random.ts';
import { randomNotes } from '../notes/random-notes.ts';
import { randomState } from '../practice/random-state.ts';
import { randomMarks } from '../progress/random-marks.ts';

/** Marks, practice and notes as a reader may have them. */
export function randomUserData(random: Random, most = 30): UserData {
  const practice = randomState(random, most);
  return {
    marks: randomMarks(random, most),
    // Settings that were chosen have a time; 0 stands for the defaults.
    practice: { ...practice, settingsAt: practice.settingsAt + 1 },
    notes: randomNotes(random, most),
  };
}
