import { questionOf } from '#features/notes/index.ts';
import { nodesOf, type PlanData } from '#features/plan/index.ts';
import { chosenBranch } from '#features/progress/client/index.ts';
import { branchesOf, type Marks, type RoadmapIndex, topicsOn } from '#features/progress/index.ts';
import { byTitle } from '#lib/by-title.ts';

/** What the page knows about the site: the planner's data, indexed. */
export type SiteIndex = Readonly<ReturnType<typeof indexSite>>;

export function indexSite(data: PlanData, base: string) {
  return {
    base,
    data,
    /** By id, sorted by title. */
    topics: new Map(data.topics.toSorted(byTitle).map((topic) => [topic.id, topic])),
    nodes: nodesOf(data.topics),
    /** Every permanent number with the topic that it belongs to now. */
    numbered: data.topics.flatMap(({ id, numbers }) => numbers.map((number) => ({ id, number }))),
  };
}

/** The title of a topic or a question with a note; its id as words where the data has no title. */
export function titleOf({ topics }: SiteIndex, id: string): string {
  const question = questionOf(id);
  if (question !== undefined) return `Your answer: ${question.replaceAll('-', ' ')}`;
  return topics.get(id)?.title ?? id.replaceAll('-', ' ');
}

/** The page of a topic or a question; undefined for a topic that the site no longer has. */
export function addressOfNote({ topics, base }: SiteIndex, id: string): string | undefined {
  const question = questionOf(id);
  return question === undefined ? topics.get(id)?.address : `${base}questions/${question}/`;
}

/** Every roadmap with the topics that the reader takes on it, in order. */
export function trackRoadmaps(index: RoadmapIndex, marks: Marks) {
  return Object.entries(index.roadmaps).map(([roadmap, { title }]) => {
    const branch = chosenBranch(branchesOf(index, roadmap));
    return { id: roadmap, title, topics: topicsOn(index, { roadmap, marks, branch }) };
  });
}
