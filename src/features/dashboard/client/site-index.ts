import { questionOf } from '#features/notes/index.ts';
import {
  type CostedNode,
  type LineStops,
  type PlanData,
  type PlanRoadmap,
  type PlanTopic,
  topicsOfRoadmap,
} from '#features/plan/index.ts';
import { byTitle } from '#lib/by-title.ts';

/** What the page of a reader knows of the site: the planner's data, made ready to look things up. */
export interface SiteIndex {
  readonly base: string;
  readonly data: PlanData;
  /** By id, sorted by title. */
  readonly topics: ReadonlyMap<string, PlanTopic>;
  readonly lines: readonly (PlanRoadmap & { readonly stops: LineStops })[];
  readonly nodes: readonly CostedNode[];
  /** Every permanent number with the topic that has it now. */
  readonly numbered: readonly { readonly id: string; readonly number: number }[];
}

export function indexSite(data: PlanData, base: string): SiteIndex {
  const sorted = data.topics.toSorted(byTitle);
  const topics = new Map(sorted.map((topic) => [topic.id, topic]));
  return {
    base,
    data,
    topics,
    lines: data.roadmaps.map((line) => ({ ...line, stops: topicsOfRoadmap(line, topics) })),
    nodes: data.topics.map(({ id, halfHours, prerequisites }) => ({
      id,
      halfHours,
      prerequisites: prerequisites.map(({ topic }) => topic),
    })),
    numbered: data.topics.flatMap(({ id, numbers }) => numbers.map((number) => ({ id, number }))),
  };
}

/** The title of a topic or of a question that has a note; the id in words where the page's data has no title. */
export function titleOf({ topics }: Pick<SiteIndex, 'topics'>, id: string): string {
  const question = questionOf(id);
  if (question !== undefined) return `Your answer: ${question.replaceAll('-', ' ')}`;
  return topics.get(id)?.title ?? id.replaceAll('-', ' ');
}

/** The page of a topic or a question; undefined for a topic that the site no longer has. */
export function addressOfNote({ topics, base }: Pick<SiteIndex, 'topics' | 'base'>, id: string): string | undefined {
  const question = questionOf(id);
  return question === undefined ? topics.get(id)?.address : `${base}questions/${question}/`;
}
