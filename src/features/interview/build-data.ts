import type { Corpus, Question } from '#content/corpus.ts';
import { frequencies } from '#content/frequency.ts';
import { memoize } from '#content/views/memoize.ts';
import { topicsOf } from '#content/views/role-page.ts';
import { getContent } from '#content/views/site-content.ts';
import { labPages } from '#features/labs/views.ts';
import type { Closeness, InterviewData, PrepQuestion } from './prepare.ts';

/** The language that most questions about languages for a role are about; empty for a role that has none of its own. */
export function languageOfRole(role: string): string {
  const named = getContent().corpus.question.flatMap(({ data }) =>
    data.language !== undefined && data.roles.includes(role) ? [data.language] : [],
  );
  const counts = Object.entries(Object.groupBy(named, (language) => language));
  return counts.find(([, own]) => (own?.length ?? 0) > named.length * 0.75)?.[0] ?? '';
}

/** Subjects that an interview asks about only if the role names them among its skills, by their areas. */
const chosenAreas: readonly string[] = ['graphql'];

/** How close a question is to each role that is asked it; roles that have nothing to do with its subject are left out. */
function closenessOf(corpus: Corpus): (question: Question) => PrepQuestion['roles'] {
  const areaOf = areasOfTopics(corpus);
  const roles = corpus.role.map(({ id, data }) => {
    const skills = [...data.skills.core, ...data.skills.advanced].flatMap(({ topics }) => topics);
    return { id, needed: topicsOf(data), areas: new Set(skills.map((topic) => areaOf.get(topic))) };
  });
  return ({ roles: asked, topics }) => {
    const [main = '', second = ''] = topics;
    const subjects = chosenAreas.filter((area) => [areaOf.get(main), areaOf.get(second)].includes(area));
    const isChosen = ({ id, areas }: (typeof roles)[number]) =>
      asked.includes(id) && subjects.every((area) => areas.has(area));
    const close = (needed: ReadonlySet<string>): Closeness =>
      needed.has(main) ? 2 : topics.some((topic) => needed.has(topic)) ? 1 : 0;
    return Object.fromEntries(roles.filter(isChosen).map(({ id, needed }) => [id, close(needed)]));
  };
}

const areasOfTopics = ({ topic }: Corpus) => new Map(topic.map(({ id, data }) => [id, data.area]));

/** Questions, labs and areas for `/interview/data.json`. First steps are for beginners and left out. */
export const interviewData = memoize(({ corpus }): InterviewData => {
  const areaOf = areasOfTopics(corpus);
  const rolesOf = closenessOf(corpus);
  return {
    questions: corpus.question.map(({ id, data }) => ({
      id,
      title: data.title,
      kind: data.kind,
      level: data.level,
      roles: rolesOf(data),
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
