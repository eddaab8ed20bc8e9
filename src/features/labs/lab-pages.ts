import { formatIssues } from '#content/issue.ts';
import { levels } from '#content/level.ts';
import { memoize } from '#content/views/memoize.ts';
import { getContent, type TopicRef } from '#content/views/site-content.ts';
import { capitalized } from '#lib/wording.ts';
import { jobOf, type Lab, readLabs } from './content/read-labs.ts';
import type { Engine } from './runner/protocol.ts';

/** The languages as a reader knows them, in the order of lists. */
export const languageNames: Readonly<Record<Engine, string>> = { js: 'JavaScript', sql: 'SQL', python: 'Python' };

/** Every lab, in the order of the index: by area, first steps first, then from easy to hard. */
export const labPages = memoize((curriculum): readonly LabPage[] => {
  const { labs, issues } = readLabs(process.cwd());
  if (issues.length > 0) throw new Error(`\n${formatIssues(issues)}\n`);
  const areaOf = new Map(curriculum.corpus.topic.map(({ id, data }) => [id, data.area]));
  const areas = curriculum.corpus.areas.map(({ id }) => id);
  return labs
    .map((lab) => toPage(lab, { topic: curriculum.topic(lab.data.topic), areaId: areaOf.get(lab.data.topic) ?? '' }))
    .toSorted(
      (a, b) =>
        areas.indexOf(a.area.id) - areas.indexOf(b.area.id) ||
        (a.lab.data.order ?? 100) - (b.lab.data.order ?? 100) ||
        levels.indexOf(a.lab.data.level) - levels.indexOf(b.lab.data.level) ||
        a.title.localeCompare(b.title),
    );
});

/** A lab as its page and lists show it. */
export type LabPage = Readonly<ReturnType<typeof toPage>>;

function toPage(lab: Lab, { topic, areaId }: { topic: TopicRef; areaId: string }) {
  const { title, summary, level, language, minutes } = lab.data;
  return {
    lab,
    id: lab.id,
    title,
    summary,
    address: `/labs/${lab.id}/`,
    topic,
    area: { id: areaId, title: getContent().areaTitle(areaId) },
    /** `Beginner · JavaScript · 10 min`. */
    facts: `${capitalized(level)} · ${languageNames[language]} · ${minutes} min`,
    /** What runs, with the starter as the reader's code. */
    job: jobOf(lab, lab.starter),
  };
}

/** The first steps of the Beginner path, in their order. */
export const firstSteps = memoize((): readonly LabPage[] =>
  labPages()
    .filter(({ lab }) => lab.data.order !== undefined)
    .toSorted((a, b) => (a.lab.data.order ?? 0) - (b.lab.data.order ?? 0)),
);

/** What to do after a lab: the next first step, else the next one in the list. */
export function labAfter({ id }: LabPage): LabPage | undefined {
  const steps = firstSteps();
  const step = steps.findIndex((page) => page.id === id);
  const next = step >= 0 ? steps[step + 1] : undefined;
  const rest = labPages().filter((page) => page.id === id || page.lab.data.order === undefined);
  return next ?? rest[rest.findIndex((page) => page.id === id) + 1];
}

/** A lab by its id. */
export const labPage = (id: string) => labPages().find((page) => page.id === id);

export const labsOfTopic = (topic: string) => labPages().filter((page) => page.topic.id === topic);
