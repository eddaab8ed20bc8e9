import { StoredState } from '#lib/browser/stored-state.ts';
import { type HelpRung, type LabWork, labWorkFormat, mergeLabWork, withHelp, withPassed } from '../lab-work.ts';

/** Everything that the reader made in labs, shared by all tabs. */
export const labWork = new StoredState<LabWork>({
  key: 'wayline:labs',
  empty: new Map(),
  ...labWorkFormat,
  merge: mergeLabWork,
});

/** Counts a lab as passed. */
export function keepPassed(id: string): Promise<void> {
  return labWork.change((work) => withPassed(work, id, Date.now()));
}

/** Remembers a rung of help that the reader has used in a lab. */
export function keepHelp(id: string, rung: HelpRung): Promise<void> {
  return labWork.change((work) => withHelp(work, id, rung));
}

/** Whether all checks of a lab have passed once. */
export const hasPassed = (id: string) => (labWork.value.get(id)?.passedAt ?? 0) > 0;

/** The highest rung of help that the reader has used in a lab; undefined when none. */
export const helpUsed = (id: string): HelpRung | undefined => labWork.value.get(id)?.help;
