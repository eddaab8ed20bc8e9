import { frequencies } from '#content/frequency.ts';
import { perCurriculum } from '#content/views/memoize.ts';
import { getCurriculum } from '#content/views/site-content.ts';
import { labPages } from '#features/labs/views.ts';
import type { InterviewData } from './interview-data.ts';

/** The language that most questions about languages for a role are about; empty for a role that has none of its own. */
export function languageOfRole(role: string): string {
  const named = getCurriculum().corpus.question.flatMap(({ data }) =>
    data.language !== undefined && data.roles.includes(role) ? [data.language] : [],
  );
  const counts = Object.entries(Object.groupBy(named, (language) => language));
  return counts.find(([, own]) => (own?.length ?? 0) > named.length * 0.75)?.[0] ?? '';
}

/** Questions, labs and areas for `/interview/data.json`. First steps are for beginners and left out. */
export const interviewData = perCurriculum(({ corpus }): InterviewData => {
  const areaOf = new Map(corpus.topic.map(({ id, data }) => [id, data.area]));
  return {
    questions: corpus.question.map(({ id, data }) => ({
      id,
      title: data.title,
      kind: data.kind,
      level: data.level,
      roles: data.roles,
      area: areaOf.get(data.topics[0] ?? '') ?? '',
      rank: frequencies.indexOf(data.frequency),
      language: data.language ?? '',
    })),
    labs: labPages()
      .filter(({ lab }) => lab.data.order === undefined)
      .map(({ id, title, area, lab: { data } }) => ({
        id,
        title,
        area: area.id,
        level: data.level,
        minutes: data.minutes,
        engine: data.language,
      })),
    areas: Object.fromEntries(corpus.areas.map(({ id, title }) => [id, title])),
  };
});
