import { StoredState } from '#lib/browser/stored-state.ts';
import { type LabWork, mergeLabWork, withPassed } from '../lab-work.ts';
import { parseLabWork, serializeLabWork } from '../lab-work-file.ts';

/** Everything that the reader made in labs, shared by all tabs. */
export const labWork = new StoredState<LabWork>({
  key: 'wayline:labs',
  empty: new Map(),
  serialize: serializeLabWork,
  parse: parseLabWork,
  merge: mergeLabWork,
});

/** Counts a lab as passed. */
export function keepPassed(id: string): Promise<void> {
  return labWork.change((work) => withPassed(work, id, Date.now()));
}
