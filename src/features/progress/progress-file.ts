import { fileFormat, isId, isMoment, readEntries, writeEntries } from '#lib/stored-file.ts';
import { type Mark, type Marks, type State, states } from './progress.ts';

/** The form of marks in storage. A backup has the same form, with the other parts beside `topics`. */
export const marksFormat = fileFormat<Marks>({
  kind: 'wayline-progress',
  maxCharacters: 8_000_000,
  write: (marks) => ({ topics: writeEntries(marks, ({ state, at }) => [state, at]) }),
  read: ({ topics }) => readEntries(topics, toMark),
});

function toMark(id: string, raw: unknown): [string, Mark][] {
  if (!isId(id) || !Array.isArray(raw)) return [];
  const [state, at] = raw as unknown[];
  const isState = state === 'none' || states.includes(state as State);
  return isState && isMoment(at) ? [[id, { state: state as State, at }]] : [];
}
