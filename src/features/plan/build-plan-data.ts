import type { Corpus, entriesOf } from '#content/corpus.ts';
import { addressOf } from '#content/url.ts';
import { perCurriculum } from '#content/views/memoize.ts';
import { renames } from '#content/views/renames.ts';
import { type Branch, type Phase, roadmapPages, type Stop } from '#content/views/roadmap-page.ts';
import { topicsOf } from '#content/views/role-page.ts';
import { studyHours } from '#content/views/site-content.ts';
import { type CostedNode, pathToAll } from './next.ts';
import type { FormerIds, PlanData, PlanPhase, PlanTopic } from './plan-data.ts';

/** What the planner needs of the content. Addresses are from the site's root. */
export const planData = perCurriculum(({ corpus }): PlanData => {
  const numbers = topicNumbers(corpus);
  const projectNumber = new Map(
    corpus.locked.flatMap(({ kind, id, number }) => (kind === 'project' ? [[id, number]] : [])),
  );
  return {
    topics: corpus.topic.flatMap(({ id, data, body }): PlanTopic[] => {
      if (data.status !== 'published') return [];
      return [
        {
          id,
          numbers: numbers.get(id) ?? [],
          title: data.title,
          address: addressOf('topic', id),
          level: data.level,
          halves: studyHours({ body, data }) * 2,
          prerequisites: data.prerequisites,
        },
      ];
    }),
    lines: roadmapPages().map(({ id, data, phases }) => ({ id, title: data.title, phases: phases.map(toPlanPhase) })),
    roles: corpus.role.map(({ id, data }) => ({
      id,
      title: data.title,
      lines: data.roadmaps,
      topics: [...topicsOf(data)],
    })),
    projects: corpus.project.map(({ id, data }) => ({
      id,
      number: projectNumber.get(id) ?? 0,
      title: data.title,
      address: addressOf('project', id),
      halves: middleHalves(data.hours),
    })),
    former: { topics: formerIds('topic'), lines: formerIds('roadmap'), roles: formerIds('role') },
  };
});

/** The permanent numbers of topics in content/ids.lock; a topic that took over another's id has both. */
function topicNumbers({ topic, locked }: Corpus): ReadonlyMap<string, readonly number[]> {
  const present = new Map(
    topic.flatMap(({ id, data }) => ('formerIds' in data ? data.formerIds.map((former) => [former, id] as const) : [])),
  );
  const numbered = locked.filter(({ kind }) => kind === 'topic').toSorted((a, b) => a.number - b.number);
  const byTopic = Map.groupBy(numbered, ({ id }) => present.get(id) ?? id);
  return new Map([...byTopic].map(([id, list]) => [id, list.map(({ number }) => number)]));
}

/** Topics and everything written that has to be known before them, each behind its prerequisites. */
export function pathNodesTo(ids: readonly string[]): readonly CostedNode[] {
  const nodes = costedNodes();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return pathToAll(nodes, { targets: ids, known: new Set() }).flatMap((each) => byId.get(each) ?? []);
}

const costedNodes = perCurriculum((): readonly CostedNode[] => {
  const ids = new Set(planData().topics.map(({ id }) => id));
  return planData().topics.map(({ id, halves, prerequisites }) => ({
    id,
    halves,
    prerequisites: prerequisites.flatMap(({ topic }) => (ids.has(topic) ? [topic] : [])),
  }));
});

/** The middle of an estimate in whole half hours. */
function middleHalves({ min, max }: { readonly min: number; readonly max: number }): number {
  return Math.max(1, Math.round(min + max));
}

function toPlanPhase({ id, title, stops, choice, milestone }: Phase): PlanPhase {
  const branches = choice?.branches.map((branch) => ({
    line: branch.line.id,
    stops: branch.groups.flatMap((group) => group.stops.map(toPlanStop)),
  }));
  const usual = choice?.branches.find(({ isDefault }: Branch) => isDefault)?.line.id;
  return {
    id,
    title,
    stops: stops.map(toPlanStop),
    ...(branches && usual ? { choice: { default: usual, branches } } : {}),
    ...(milestone ? { milestone: milestone.id } : {}),
  };
}

const toPlanStop = ({ topic, need }: Stop) => ({ topic: topic.id, need });

function formerIds(kind: ReturnType<typeof entriesOf>[number]['kind']): FormerIds {
  return renames()
    .filter((rename) => rename.kind === kind)
    .map(({ former, present }) => [former, present]);
}
