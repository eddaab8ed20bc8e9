import type { Entry, Roadmap } from '../corpus.ts';
import { perCurriculum } from './memoize.ts';
import { getCurriculum, type LineRef, type PageRef, type SourceRef, type TopicRef, toPageRef } from './site-content.ts';

/** A stop as the strip map draws it. */
export interface Stop {
  readonly topic: TopicRef;
  readonly need: 'must' | 'should' | 'could';
  readonly also: readonly TopicRef[];
  /** The other lines that stop here. */
  readonly interchanges: readonly LineRef[];
}

/** A branch of a choice, with its stops in order. */
export interface Branch {
  readonly line: LineRef;
  readonly bestFor: string;
  readonly isDefault: boolean;
  readonly groups: readonly ({ readonly title: string } & Stops)[];
}

/** Stops in order, and the topics that come again here though they have their stop elsewhere on the roadmap. */
interface Stops {
  readonly stops: readonly Stop[];
  readonly again: readonly TopicRef[];
}

export interface Phase extends Stops {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  /** Hours of the topics of the phase. */
  readonly hours: number;
  /** The topics that have their stop in the phase, those of the default branch among them. */
  readonly topicCount: number;
  readonly choice: { readonly why: string; readonly branches: readonly Branch[] } | undefined;
  readonly milestone: PageRef | undefined;
  readonly exitCheck: readonly string[];
}

export interface RoadmapPage {
  readonly id: string;
  readonly data: Roadmap;
  readonly line: LineRef;
  readonly phases: readonly Phase[];
  /** Distinct topics of the trunk and of the default branch. */
  readonly stopIds: readonly string[];
  /** Distinct topics of the trunk alone. */
  readonly trunkIds: readonly string[];
  /** The branches to choose from, the default first: the id of the roadmap that each follows, and its distinct topics. */
  readonly branches: readonly { readonly id: string; readonly stopIds: readonly string[] }[];
  readonly sharedCount: number;
  /** The sum over the distinct topics. */
  readonly hours: number;
  readonly next: readonly LineRef[];
  readonly roles: readonly PageRef[];
  /** The row of a document that lists the roadmap. */
  readonly listed: { readonly words: readonly string[]; readonly source: SourceRef } | undefined;
}

/** The pages of all roadmaps, in the order of the network. */
export const roadmapPages = perCurriculum(({ corpus }): readonly RoadmapPage[] => corpus.roadmap.map(toPage));

const groupTitles = {
  main: 'The main roadmap',
  language: 'Languages',
  framework: 'Frameworks',
  skill: 'Skills',
  level: 'By level',
} as const satisfies Record<Roadmap['kind'], string>;

/** The roadmaps by kind, for indexes. */
export function roadmapGroups(): readonly { readonly title: string; readonly pages: readonly RoadmapPage[] }[] {
  return Object.entries(groupTitles)
    .map(([kind, title]) => ({ title, pages: roadmapPages().filter(({ data }) => data.kind === kind) }))
    .filter(({ pages }) => pages.length > 0);
}

function toPage({ id, data }: Entry<'roadmap'>): RoadmapPage {
  const { corpus, topic, line, linesAt, sourceRef } = getCurriculum();
  const phases = eachTopicOnce(data.phases.map((phase) => toPhase(id, phase))).map(withSums);
  const stopIds = distinctIds(phases.flatMap(stopsOf));
  return {
    id,
    data,
    line: line(id),
    phases,
    stopIds,
    trunkIds: distinctIds(phases.flatMap(({ stops }) => stops)),
    branches: branchesOf(phases),
    sharedCount: stopIds.filter((stop) => linesAt(stop).some((other) => other.id !== id)).length,
    hours: totalHours(stopIds.map(topic)),
    next: data.next.map(line),
    roles: corpus.role.filter((role) => role.data.roadmaps.includes(id)).map(toPageRef),
    listed: data.listed && {
      words: [data.listed.focus, data.listed.duration, `difficulty: ${data.listed.difficulty}`],
      source: sourceRef(data.listed.source),
    },
  };
}

type PhaseParts = Omit<Phase, 'again' | 'hours' | 'topicCount'>;

/** Gives each topic one stop: the first on the trunk, and on a branch only where the trunk has none. */
function eachTopicOnce(phases: readonly PhaseParts[]): Omit<Phase, 'hours' | 'topicCount'>[] {
  const trunk = new Set<string>();
  const withTrunk = phases.map((phase) => ({ ...phase, ...splitRepeats(phase.stops, trunk) }));
  return withTrunk.map(({ choice, ...phase }) => ({
    ...phase,
    choice: choice && { ...choice, branches: choice.branches.map((branch) => branchOnce(branch, new Set(trunk))) },
  }));
}

const branchOnce = (branch: Branch, seen: Set<string>): Branch => ({
  ...branch,
  groups: branch.groups.map(({ title, stops }) => ({ title, ...splitRepeats(stops, seen) })),
});

/** Takes the stops whose topic was seen before out of a list, and adds the others to what was seen. */
function splitRepeats(stops: readonly Stop[], seen: Set<string>): Stops {
  const before = new Set(seen);
  for (const { topic } of stops) seen.add(topic.id);
  return {
    stops: [...new Map(stops.map((stop) => [stop.topic.id, stop])).values()].filter(
      ({ topic }) => !before.has(topic.id),
    ),
    again: stops.flatMap(({ topic }) => (before.has(topic.id) ? topic : [])),
  };
}

function withSums(phase: Omit<Phase, 'hours' | 'topicCount'>): Phase {
  const stops = stopsOf(phase);
  return { ...phase, hours: totalHours(stops.map(({ topic }) => topic)), topicCount: stops.length };
}

const distinctIds = (stops: readonly Stop[]) => [...new Set(stops.map((stop) => stop.topic.id))];

const totalHours = (topics: readonly TopicRef[]) => topics.reduce((total, { hours = 0 }) => total + hours, 0);

function stopsOf(phase: Pick<Phase, 'stops' | 'choice'>): readonly Stop[] {
  const branch = phase.choice?.branches.find(({ isDefault }) => isDefault);
  return [...phase.stops, ...(branch?.groups.flatMap((group) => group.stops) ?? [])];
}

function branchesOf(phases: readonly Phase[]): RoadmapPage['branches'] {
  return phases
    .flatMap(({ choice }) => choice?.branches ?? [])
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .map(({ line, groups }) => ({ id: line.id, stopIds: distinctIds(groups.flatMap(({ stops }) => stops)) }));
}

function toPhase(lineId: string, phase: Roadmap['phases'][number]): PhaseParts {
  const { corpus } = getCurriculum();
  const milestone = corpus.project.find(({ id }) => id === phase.milestone);
  const stops = phase.stops.map((stop) => toStop(lineId, stop));
  const choice = phase.choice && {
    why: phase.choice.why,
    branches: phase.choice.branches.map((branch) => toBranch(branch, phase.choice?.default ?? '')),
  };
  return {
    id: phase.id,
    title: phase.title,
    goal: phase.goal,
    stops,
    choice,
    milestone: milestone && toPageRef(milestone),
    exitCheck: phase.exitCheck,
  };
}

type StopData = Roadmap['phases'][number]['stops'][number];
type BranchData = NonNullable<Roadmap['phases'][number]['choice']>['branches'][number];

function toStop(lineId: string, { topic: topicId, need, also }: StopData): Stop {
  const { topic, linesAt } = getCurriculum();
  const ref = topic(topicId);
  return {
    topic: ref,
    need,
    also: also.map(topic),
    interchanges: linesAt(topicId).filter(({ id }) => id !== lineId),
  };
}

function toBranch({ roadmap, phases, bestFor }: BranchData, defaultId: string): Branch {
  const { corpus, line } = getCurriculum();
  const source = corpus.roadmap.find(({ id }) => id === roadmap)?.data.phases ?? [];
  return {
    line: line(roadmap),
    bestFor,
    isDefault: roadmap === defaultId,
    groups: phases.flatMap((phaseId) => {
      const phase = source.find(({ id }) => id === phaseId);
      return phase ? [{ title: phase.title, stops: phase.stops.map((stop) => toStop(roadmap, stop)), again: [] }] : [];
    }),
  };
}
