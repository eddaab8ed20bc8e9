import type { Topic } from '../corpus.ts';
import { levels } from '../level.ts';
import { perCurriculum } from './memoize.ts';
import { type RoadmapPage, roadmapPages } from './roadmap-page.ts';
import { getCurriculum, type TopicRef } from './site-content.ts';

/** Stops of a line for someone at one level: `/learn/backend/python/fastapi/intermediate/`. */
export interface LearnPage {
  readonly roadmap: RoadmapPage;
  /** The framework that the stops lead to or build on. */
  readonly framework: TopicRef | undefined;
  /** The line, with the framework where there is one: "Python Developer with FastAPI". */
  readonly subject: string;
  /** A level, or `specialist` for the whole of a skill's line. */
  readonly level: Topic['level'] | 'specialist';
  readonly address: string;
  /** What brings a reader here from the search box. */
  readonly command: string;
  readonly topics: readonly TopicRef[];
}

/** A page for every line, every framework of a language, and every level that has a written topic there. */
export const learnPages = perCurriculum((): readonly LearnPage[] =>
  roadmapPages().flatMap((roadmap) => [
    ...pagesOf({ roadmap, framework: undefined, topicIds: roadmap.stopIds }),
    ...roadmap.data.frameworks.flatMap((id) =>
      pagesOf({ roadmap, framework: getCurriculum().topic(id), topicIds: stopsAround(roadmap, id) }),
    ),
  ]),
);

type Scope = Pick<LearnPage, 'roadmap' | 'framework'> & { readonly topicIds: readonly string[] };

function pagesOf({ roadmap, framework, topicIds }: Scope): LearnPage[] {
  const written = topicIds.map(getCurriculum().topic).filter(({ address }) => address !== undefined);
  const path = [roadmap.id, ...(framework ? [framework.id] : [])];
  const page = (level: LearnPage['level'], topics: readonly TopicRef[]): LearnPage => ({
    roadmap,
    framework,
    subject: framework ? `${roadmap.line.title} with ${framework.title}` : roadmap.line.title,
    level,
    topics,
    address: `/learn/backend/${[...path, level].join('/')}/`,
    command: `/learn backend ${[...path, level].join(' ')}`,
  });
  const pages = levels.map((level) =>
    page(
      level,
      written.filter((topic) => topic.level === level),
    ),
  );
  const whole = roadmap.data.kind === 'skill' ? [page('specialist', written)] : [];
  return [...pages, ...whole].filter(({ topics }) => topics.length > 0);
}

/**
 * The stops that concern a framework: those of its own line where there is one,
 * else the framework itself, what has to be known for it, and what builds on it.
 */
function stopsAround(roadmap: RoadmapPage, id: string): readonly string[] {
  const own = roadmapPages().find((page) => page.id === id);
  if (own) return own.stopIds;
  const { before, after } = getCurriculum().around(id);
  return roadmap.stopIds.filter((stop) => stop === id || before.has(stop) || after.has(stop));
}
