import { chosenBranch, studyPace } from '#features/progress/client/index.ts';
import { today } from '../day.ts';
import type { PlanData } from '../plan-data.ts';
import { emptyRequest, type PlanRequest, redistributeHours, suggestionFor } from '../request.ts';

/** A request with the reader's own hours, languages and progress, and what the first goal suggests. */
export function newRequest(data: PlanData, known: ReadonlySet<string>): PlanRequest {
  const empty = emptyRequest(today());
  const branches = data.roadmaps.flatMap(({ id, branches: choices = [] }): [string, string][] => {
    const branch = chosenBranch(choices.map((choice) => choice.id));
    return branch && branch !== choices[0]?.id ? [[id, branch]] : [];
  });
  const week = redistributeHours(studyPace(), empty.week);
  return { ...empty, ...suggestionFor('new-career', empty.start), branches: new Map(branches), known, week };
}

/** What a page of the site wants planned: `?roadmap=backend`, `?role=go-developer`, `?topic=jwt`. */
export function wantedIn(search: string): Partial<PlanRequest> | undefined {
  const wanted = new URLSearchParams(search);
  const [roadmap, role, topic] = ['roadmap', 'role', 'topic'].map((name) => wanted.get(name) || undefined);
  if (topic) return { ...suggestionFor('topic', today()), topics: [topic] };
  if (role) return { ...suggestionFor('promotion', today()), role };
  return roadmap ? { ...suggestionFor('new-career', today()), roadmaps: [roadmap] } : undefined;
}
