import type { Body, Corpus, entriesOf } from '#content/corpus.ts';
import { addressOf } from '#content/url.ts';
import { memoize } from '#content/views/memoize.ts';
import { renames } from '#content/views/renames.ts';
import { type Phase, roadmapPages, type Stop } from '#content/views/roadmap-page.ts';
import { topicsOf } from '#content/views/role-page.ts';
import { labsOfTopic } from '#features/labs/views.ts';
import { href } from '#lib/href.ts';
import type { FormerIds, OutlinePart, PlanData, PlanPhase } from './plan-data.ts';
import { type CostedNode, nodesOf, pathTo } from './prerequisite-path.ts';

/** What the planner needs of the content. Addresses are from the site's root. */
export const planData = memoize(({ corpus, topic }): PlanData => {
  const numbers = topicNumbers(corpus);
  const projectNumber = new Map(
    corpus.locked.flatMap(({ kind, id, number }) => (kind === 'project' ? [[id, number]] : [])),
  );
  return {
    topics: corpus.topic.map(({ id, data, body }) => ({
      id,
      numbers: numbers.get(id) ?? [],
      title: data.title,
      address: addressOf('topic', id),
      level: data.level,
      halfHours: topic(id).hours * 2,
      prerequisites: data.prerequisites,
      outline: outlineOf(body, id),
    })),
    roadmaps: roadmapPages().map(({ id, data, phases, branches }) => ({
      id,
      title: data.title,
      phases: phases.map(toPlanPhase),
      ...(branches.length > 0 && { branches: branches.map((branch) => ({ id: branch.id, title: branch.title })) }),
      capstone: data.capstone,
    })),
    roles: corpus.role.map(({ id, data }) => ({
      id,
      title: data.title,
      roadmaps: data.roadmaps,
      topics: [...topicsOf(data)],
    })),
    projects: corpus.project.map(({ id, data }) => ({
      id,
      number: projectNumber.get(id) ?? 0,
      title: data.title,
      address: addressOf('project', id),
      // The middle of the estimate.
      halfHours: Math.max(1, Math.round(data.hours.min + data.hours.max)),
    })),
    former: { topics: formerIds('topic'), roadmaps: formerIds('roadmap'), roles: formerIds('role') },
  };
});

/** How many words of prose, or lines of code, someone reads in a minute. */
const perMinute = { words: 200, lines: 30 };

/**
 * The sections of a topic with their minutes, and its labs, spread evenly over the sections before its practice.
 * Subsections count as sections, except single pitfalls; the questions at the end belong to the practice.
 */
function outlineOf({ headings, passages, samples }: Body, topic: string): readonly OutlinePart[] {
  const parts: { readonly title: string; readonly line: number; minutes: number }[] = [];
  let section = '';
  for (const { depth, text, line } of headings) {
    if (depth === 2) section = text;
    if (section !== 'Check yourself' && (depth === 2 || (depth === 3 && section !== 'Pitfalls')))
      parts.push({ title: text, line, minutes: 0 });
  }
  const lengths = [
    ...passages.map(({ line, text }) => ({ line, minutes: text.split(/\s+/u).length / perMinute.words })),
    ...samples.map(({ line, code }) => ({ line, minutes: code.split('\n').length / perMinute.lines })),
  ];
  for (const { line, minutes } of lengths) {
    const part = parts.findLast((each) => each.line <= line);
    if (part) part.minutes += minutes;
  }
  const sections = parts
    .filter(({ minutes }) => minutes > 0.2)
    .map(({ title, minutes }): OutlinePart => [title, Math.max(1, Math.round(minutes))]);
  const labs = labsOfTopic(topic).map(
    ({ title, lab, address }): OutlinePart => [title, lab.data.minutes, href(address)],
  );
  const practice = sections.findIndex(([title]) => title === 'Practice');
  const text = practice < 0 ? sections : sections.slice(0, practice);
  const placeOf = (lab: number) => Math.ceil(((lab + 1) * text.length) / labs.length);
  const withLabs = text.flatMap((part, place) => [part, ...labs.filter((_, lab) => placeOf(lab) === place + 1)]);
  return [...withLabs, ...sections.slice(text.length)];
}

/** The permanent numbers of topics in content/ids.lock; a topic that took over another's id has both. */
function topicNumbers({ topic, locked }: Corpus): ReadonlyMap<string, readonly number[]> {
  const present = new Map(topic.flatMap(({ id, data }) => data.formerIds.map((former) => [former, id] as const)));
  const numbered = locked.filter(({ kind }) => kind === 'topic').toSorted((a, b) => a.number - b.number);
  const byTopic = Map.groupBy(numbered, ({ id }) => present.get(id) ?? id);
  return new Map([...byTopic].map(([id, list]) => [id, list.map(({ number }) => number)]));
}

/** Topics and all their prerequisites that are written, in an order in which each comes after its own. */
export function pathNodesTo(ids: readonly string[]): readonly CostedNode[] {
  const nodes = costedNodes();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return pathTo(nodes, { targets: ids, known: new Set() }).flatMap((each) => byId.get(each) ?? []);
}

const costedNodes = memoize(() => nodesOf(planData().topics));

function toPlanPhase({ title, stops, branches }: Phase): PlanPhase {
  const parts = branches.map((branch) => ({ id: branch.id, items: branch.stops.map(toItem) }));
  return { title, items: stops.map(toItem), ...(parts.length > 0 && { branches: parts }) };
}

const toItem = ({ topic, need }: Stop) => ({ topic: topic.id, need });

function formerIds(kind: ReturnType<typeof entriesOf>[number]['kind']): FormerIds {
  return renames()
    .filter((rename) => rename.kind === kind)
    .map(({ former, present }) => [former, present]);
}
