import type { PublishedTopic } from '#domain/corpus.ts';
import { levels } from '#domain/level.ts';
import { getCurriculum, type TopicRef } from './curriculum.ts';
import { type RoadmapPage, roadmapPages } from './roadmap-page.ts';

/** The stops of one level on one line: `/learn/backend/nodejs/beginner/`. */
export interface LearnPage {
  readonly roadmap: RoadmapPage;
  readonly level: PublishedTopic['level'];
  readonly address: string;
  /** The command of the sources that leads here. */
  readonly command: string;
  readonly topics: readonly TopicRef[];
}

/** A page for every line and level that has a written topic. */
export function learnPages(): readonly LearnPage[] {
  const { topic } = getCurriculum();
  return roadmapPages().flatMap((roadmap) =>
    levels.flatMap((level) => {
      const topics = roadmap.stopIds.map(topic).filter((ref) => ref.level === level);
      const path = `${roadmap.id}/${level}`;
      return topics.length === 0
        ? []
        : [
            {
              roadmap,
              level,
              topics,
              address: `/learn/backend/${path}/`,
              command: `/learn backend ${path.replace('/', ' ')}`,
            },
          ];
    }),
  );
}
