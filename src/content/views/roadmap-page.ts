import type { Entry, Roadmap } from '../corpus.ts';
import { perCurriculum } from './memoize.ts';
import { getCurriculum, type LineRef, type PageRef, type TopicRef, toPageRef } from './site-content.ts';

/** A stop as the strip map draws it. */
export interface Stop {
  readonly topic: TopicRef;
  /** The sources' wordings that differ from the topic's title. */
  readonly labels: readonly string[];
  readonly need: 'must' | 'should' | 'could';
  /** Whether an earlier phase of the same line stops here too. */
  readonly isRepeat: boolean;
  readonly also: readonly TopicRef[];
  /** The other lines that stop here. */
  readonly interchanges: readonly LineRef[];
}

/** A branch of a choice, with its stops in order. */
export interface Branch {
  readonly line: LineRef;
  readonly bestFor: string;
  readonly isDefault: boolean;
  readonly groups: readonly { readonly title: string; readonly stops: readonly Stop[] }[];
}

export interface Phase {
  readonly id: string;
  readonly title: string;
  /** "Weeks 1–2", or the source's own words for the span. */
  readonly when: string;
  /** The heading that the source gives the phase, where it differs from ours. */
  readonly sourceHeading: string | undefined;
  readonly goal: string;
  /** Our estimate for the topics of the phase. */
  readonly hours: number;
  /** Distinct topics of the phase, those of the default branch among them. */
  readonly topicCount: number;
  readonly stops: readonly Stop[];
  readonly choice: { readonly why: string; readonly branches: readonly Branch[] } | undefined;
  readonly milestone: PageRef | undefined;
  readonly exitCheck: readonly string[];
  /** Names of the documents that the phase is taken from; empty when the plan is ours. */
  readonly sources: readonly string[];
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
  /** Our estimate: the sum over the distinct topics. */
  readonly hours: number;
  readonly next: readonly LineRef[];
  readonly roles: readonly PageRef[];
  readonly sources: readonly string[];
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
  const { corpus, topic, line, linesAt, sourceName } = getCurriculum();
  const phases = markRepeats(data.phases.map((phase) => toPhase(id, phase)));
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
    sources: data.sources.map(sourceName),
  };
}

function markRepeats(phases: readonly Phase[]): Phase[] {
  const seen = new Set<string>();
  return phases.map((phase) => ({
    ...phase,
    stops: phase.stops.map((stop) => {
      const isRepeat = seen.has(stop.topic.id);
      seen.add(stop.topic.id);
      return { ...stop, isRepeat };
    }),
  }));
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

function toPhase(lineId: string, phase: Roadmap['phases'][number]): Phase {
  const { corpus, topic, sourceName } = getCurriculum();
  const milestone = corpus.project.find(({ id }) => id === phase.milestone);
  const stops = phase.stops.map((stop) => toStop(lineId, stop));
  const choice = phase.choice && {
    why: phase.choice.why,
    branches: phase.choice.branches.map((branch) => toBranch(branch, phase.choice?.default ?? '')),
  };
  const distinct = distinctIds(stopsOf({ stops, choice })).map(topic);
  return {
    id: phase.id,
    title: phase.title,
    when: phase.weeks ? weeksText(phase.weeks) : (phase.span ?? ''),
    sourceHeading: phase.weeks ? phase.span : undefined,
    goal: phase.goal,
    hours: totalHours(distinct),
    topicCount: distinct.length,
    stops,
    choice,
    milestone: milestone && toPageRef(milestone),
    exitCheck: phase.exitCheck,
    sources: phase.sources.map(sourceName),
  };
}

const weeksText = ({ from, to }: { from: number; to: number }) =>
  from === to ? `Week ${from}` : `Weeks ${from}–${to}`;

type StopData = Roadmap['phases'][number]['stops'][number];
type BranchData = NonNullable<Roadmap['phases'][number]['choice']>['branches'][number];

function toStop(lineId: string, { topic: topicId, labels, need, also }: StopData): Stop {
  const { topic, linesAt } = getCurriculum();
  const ref = topic(topicId);
  return {
    topic: ref,
    labels: labels.filter((label) => label.toLowerCase() !== ref.title.toLowerCase()),
    need,
    isRepeat: false,
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
      return phase ? [{ title: phase.title, stops: phase.stops.map((stop) => toStop(roadmap, stop)) }] : [];
    }),
  };
}
