// The stops of roadmaps: each once, in the order of need, with something to do, and what a promise says of them.
import type { Corpus, Entry } from '../corpus.ts';
import { nearest } from '../issue.ts';
import { type PlacedStop, placedStops, waysThrough } from '../ways.ts';
import { type Finding, fieldIssue, type Rule, repeated } from './rule.ts';

type RoadmapEntry = Entry<'roadmap'>;

/** What a check finds on the ways through every roadmap, each issue once. One that isn't on all ways names its branches. */
function onEveryWay(
  { roadmap }: Pick<Corpus, 'roadmap'>,
  check: (entry: RoadmapEntry, stops: readonly PlacedStop[]) => readonly Finding[],
): readonly Finding[] {
  return roadmap.flatMap((entry) => {
    const ways = waysThrough(entry.data);
    const found = ways.flatMap(({ branch, stops }) => check(entry, stops).map((issue) => ({ branch, issue })));
    return [...Map.groupBy(found, ({ issue }) => issue.field).values()].flatMap((same) => {
      const [first] = same;
      if (!first || same.length === ways.length) return first?.issue ?? [];
      const branches = same.map(({ branch }) => branch).join(', ');
      return { ...first.issue, message: first.issue.message.replace(/\.$/u, ` for those who take ${branches}.`) };
    });
  });
}

const repeatedStop: Rule = {
  code: 'R016',
  title: 'A topic is a stop once on each way through a roadmap.',
  check: (corpus) =>
    onEveryWay(corpus, (entry, stops) =>
      repeated(stops, ({ stop }) => stop.topic).map(({ item, first }) => {
        const message = `"${item.stop.topic}" is a stop of the phase "${first.phase.id}" already.`;
        return fieldIssue(entry, item.field, { message, fix: 'Keep the one where it is used first.' });
      }),
    ),
};

const nothingToDo: Rule = {
  code: 'R017',
  title: 'Every phase has something to do, and so has every required or recommended stop.',
  check: (corpus) =>
    onEveryWay(corpus, (entry, stops) => {
      const isIdle = ({ stop }: PlacedStop) => stop.labs.length === 0 && stop.step === undefined;
      const idleStops = stops
        .filter((placed) => placed.stop.need !== 'could' && isIdle(placed))
        .map(({ stop, field }) => {
          const message = `"${stop.topic}" has nothing to do.`;
          return fieldIssue(entry, field, { message, fix: 'Add a lab or a step, or make it a could-stop.' });
        });
      const idlePhases = entry.data.phases.flatMap(({ id }, index) => {
        if (stops.some((placed) => placed.phase.id === id && !isIdle(placed))) return [];
        const message = `The phase "${id}" has no lab and no step.`;
        return [fieldIssue(entry, ['phases', index], { message, fix: 'Give one of its stops a lab or a step.' })];
      });
      return [...idleStops, ...idlePhases];
    }),
};

const keptPromise: Rule = {
  code: 'R034',
  title: 'Every part of a promise names stops of the roadmap that teach it.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) => {
      const stops = new Set(placedStops(entry.data).map(({ stop }) => stop.topic));
      return entry.data.builds.flatMap(({ topics }, index) =>
        topics.flatMap((topic, place) => {
          if (stops.has(topic)) return [];
          const suggestion = nearest(topic, stops);
          const fix = `${suggestion ? `Did you mean "${suggestion}"? ` : ''}Name a stop that teaches it, or add this one.`;
          const message = `"${topic}" is not a stop of this roadmap.`;
          return [fieldIssue(entry, ['builds', index, 'topics', place], { message, fix })];
        }),
      );
    }),
};

/** What the learner already knows: the required and recommended stops of the roadmaps done before, and of those before them. */
function knownBefore(
  { id, data }: RoadmapEntry,
  roadmaps: readonly RoadmapEntry[],
  seen: readonly string[] = [],
): Set<string> {
  const before = roadmaps.filter((each) => data.knownFrom.includes(each.id) && !seen.includes(each.id));
  const needed = before.flatMap((entry) => placedStops(entry.data).filter(({ stop }) => stop.need !== 'could'));
  const earlier = before.flatMap((entry) => [...knownBefore(entry, roadmaps, [...seen, id])]);
  return new Set([...needed.map(({ stop }) => stop.topic), ...earlier]);
}

const orderOfNeed: Rule = {
  code: 'R035',
  title:
    'Nothing comes before what it needs: prerequisites are earlier stops of the way, or known from roadmaps before.',
  check: ({ roadmap, topic, unread }) => {
    // Where a page cannot be read, what it teaches or needs is unknown.
    if (unread.some(({ kind }) => kind === 'roadmap')) return [];
    const prerequisites = new Map(topic.map(({ id, data }) => [id, data.prerequisites.map((edge) => edge.topic)]));
    return onEveryWay({ roadmap }, (entry, stops) => {
      const known = knownBefore(entry, roadmap);
      return stops.flatMap(({ stop, field }) => {
        const missing = (prerequisites.get(stop.topic) ?? []).filter((id) => !known.has(id));
        known.add(stop.topic);
        if (missing.length === 0) return [];
        const message = `"${stop.topic}" needs ${missing.map((id) => `"${id}"`).join(', ')} first.`;
        const fix = 'Put what it needs before it, or drop a prerequisite that its page can do without.';
        return [fieldIssue(entry, field, { message, fix })];
      });
    });
  },
};

const mustStops: Rule = {
  code: 'R036',
  title: 'A way has at most 60 must-stops, the Beginner path 30.',
  check: (corpus) =>
    onEveryWay(corpus, (entry, stops) => {
      const count = stops.filter(({ stop }) => stop.need === 'must').length;
      const max = entry.id === 'beginner' ? 30 : 60;
      if (count <= max) return [];
      const message = `A way has ${count} must-stops, and at most ${max} fit.`;
      return [
        fieldIssue(entry, ['phases'], { message, fix: 'Ask which of them no interview and no first month needs.' }),
      ];
    }),
};

export const roadmapStopRules: readonly Rule[] = [repeatedStop, nothingToDo, keptPromise, orderOfNeed, mustStops];
