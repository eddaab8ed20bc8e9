import type { Entry, Roadmap } from '../corpus.ts';
import type { RoadmapStop } from '../schema/roadmap.ts';
import { branchesOf } from '../ways.ts';
import { memoize } from './memoize.ts';
import { getContent, type LineRef, type TopicRef, toPageRef } from './site-content.ts';

/** A stop as the strip map draws it. */
export interface Stop extends Pick<RoadmapStop, 'need' | 'why' | 'labs' | 'step'> {
  readonly topic: TopicRef;
  /** The other lines that stop here. */
  readonly interchanges: readonly LineRef[];
}

/** A phase, with the part of each branch that it has. */
export type Phase = ReturnType<typeof toPhase>;

/** The pages of all roadmaps, in the order of the network. */
export const roadmapPages = memoize(({ corpus }) => corpus.roadmap.map(toPage));

export type RoadmapPage = ReturnType<typeof toPage>;

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

function toPage({ id, data }: Entry<'roadmap'>) {
  const { corpus, topic, line, linesAt, sourceRef } = getContent();
  const branches = branchesOf(data);
  const phases = data.phases.map((phase) => toPhase(id, phase, branches[0]?.id));
  const stops = phases.flatMap(stopsOf);
  const stopIds = stops.map((stop) => stop.topic.id);
  return {
    id,
    data,
    line: line(id),
    phases,
    /** The topics of everyone and of the default branch. */
    stopIds,
    /** The stops of everyone. */
    trunk: phases.flatMap((phase) => phase.stops),
    /** The branches to choose from, the default first, each with its stops in all phases. */
    branches: branches.map((branch) => ({
      id: branch.id,
      title: branch.title,
      stops: phases.flatMap((phase) => phase.branches.find((part) => part.id === branch.id)?.stops ?? []),
    })),
    sharedCount: stopIds.filter((stop) => linesAt(stop).some((other) => other.id !== id)).length,
    /** The sum over the required and recommended topics of the default way. */
    hours: Math.round(hoursOf(stops)),
    builds: data.builds.map(({ what, topics }) => ({ what, topics: topics.map(topic) })),
    /** The project that proves the roadmap; its hours come on top. */
    capstone: toPageRef(corpus.project.find((project) => project.id === data.capstone) as Entry<'project'>),
    knownFrom: data.knownFrom.map(line),
    next: data.next.map(line),
    roles: corpus.role.filter((role) => role.data.roadmaps.includes(id)).map(toPageRef),
    /** The row of a document that lists the roadmap. */
    listed: data.listed && {
      words: [data.listed.focus, data.listed.duration, `difficulty: ${data.listed.difficulty}`],
      source: sourceRef(data.listed.source),
    },
  };
}

/** What a stop adds to the hours of its roadmap: nothing where it is optional. */
export const countedHours = ({ topic, need }: Pick<Stop, 'topic' | 'need'>) => (need === 'could' ? 0 : topic.hours);

const hoursOf = (stops: readonly Stop[]) => stops.reduce((total, stop) => total + countedHours(stop), 0);

/** The stops of a phase for everyone and on the default branch. */
const stopsOf = ({ stops, branches }: PhaseStops) => [
  ...stops,
  ...(branches.find(({ isDefault }) => isDefault)?.stops ?? []),
];

interface PhaseStops {
  readonly stops: readonly Stop[];
  readonly branches: readonly { readonly isDefault: boolean; readonly stops: readonly Stop[] }[];
}

type PhaseData = Roadmap['phases'][number];

function toPhase(lineId: string, { id, title, goal, formerIds, exitCheck, ...phase }: PhaseData, usual = '') {
  const { corpus, line } = getContent();
  const toStops = (stops: PhaseData['stops']) => stops.map((stop) => toStop(lineId, stop));
  const stops = toStops(phase.stops);
  const branches = (phase.choice?.branches ?? []).map((branch) => ({
    id: branch.id,
    title: branch.title,
    /** The roadmap of the same id, which goes deeper; not every branch has one. */
    line: corpus.roadmap.some((roadmap) => roadmap.id === branch.id) ? line(branch.id) : undefined,
    bestFor: branch.bestFor,
    isDefault: branch.id === usual,
    stops: toStops(branch.stops),
  }));
  const own = stopsOf({ stops, branches });
  return {
    id,
    title,
    goal,
    formerIds,
    exitCheck,
    stops,
    branches,
    /** Where the branch is chosen: why the default is the default. */
    whyDefault: phase.choice?.why,
    /** Hours of its required and recommended topics, those of the default branch among them. */
    hours: hoursOf(own),
    /** The topics that have their stop in the phase, those of the default branch among them. */
    topicCount: own.length,
  };
}

function toStop(lineId: string, { topic: id, ...stop }: RoadmapStop): Stop {
  const { topic, linesAt } = getContent();
  return { ...stop, topic: topic(id), interchanges: linesAt(id).filter((other) => other.id !== lineId) };
}
