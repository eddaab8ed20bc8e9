import { linkKey } from '#features/notes/notes.ts';
import { serializeNotes } from '#features/notes/notes-file.ts';
import type { PlanData } from '#features/plan/plan-data.ts';
import { serializePractice } from '#features/practice/practice-file.ts';
import { emptyState } from '#features/practice/state.ts';
import { type State, states } from '#features/progress/progress.ts';
import { serialize } from '#features/progress/progress-file.ts';

/** A moment long past, so that every card is due. */
const at = Date.UTC(2026, 0, 1);

/** What the browser of a reader holds who has marked every topic, noted every other, and practiced a check of each. */
export function generatedReader({ topics }: PlanData): Readonly<Record<string, string>> {
  const marks = topics.map(({ id }, index): [string, { state: State; at: number }] => [
    id,
    { state: states[index % states.length] ?? 'done', at },
  ]);
  const notes = topics.flatMap(({ id, title }, index): [string, { text: string; at: number }][] =>
    index % 2 === 0
      ? [[id, { text: `What I want to remember of ${title}. `.repeat(6), at }]]
      : [[linkKey(id, 'https://example.com/'), { text: `A text on ${title}`, at }]],
  );
  const histories = topics.map(({ id }): [string, { at: number; offset: number; grade: 3 }[]] => [
    `${id}/0a1b2c3`,
    [{ at, offset: 60, grade: 3 }],
  ]);
  return {
    'wayline:progress': serialize(new Map(marks)),
    'wayline:notes': serializeNotes(new Map(notes)),
    'wayline:practice': serializePractice({ ...emptyState, histories: new Map(histories), settingsAt: 1 }),
  };
}
