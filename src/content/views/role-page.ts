import { countText } from '#lib/wording.ts';
import type { Entry, Role } from '../corpus.ts';
import { mostAsked } from '../frequency.ts';
import { ancestorsIn, type GraphNode } from '../graph.ts';
import type { PageLink } from './links.ts';
import { getContent, graphOf, toPageRef } from './site-content.ts';

export type RolePage = ReturnType<typeof toPage>;

/** The pages of all roles. */
export function rolePages(): readonly RolePage[] {
  return getContent().corpus.role.map(toPage);
}

function toPage(entry: Entry<'role'>) {
  const { corpus, topic, line, areaTitle, sourceRef } = getContent();
  const { id, data } = entry;
  const toSkill = ({ label, topics }: Role['skills']['core'][number]) => ({ label, topics: topics.map(topic) });
  const toCell = ({ can, topics, questions }: Role['matrix'][number]['mid']) => ({
    can,
    topics: topics.map(topic),
    questions: corpus.question.filter((question) => questions.includes(question.id)).map(toPageRef),
  });
  return {
    id,
    data,
    address: `/roles/${id}/`,
    figures: roleFigures(data),
    lines: data.roadmaps.map(line),
    skills: [
      { title: 'Core', skills: data.skills.core.map(toSkill) },
      { title: 'Advanced', skills: data.skills.advanced.map(toSkill) },
      { title: 'Stacks and tools', skills: data.skills.other.map(toSkill) },
    ].filter(({ skills }) => skills.length > 0),
    matrix: data.matrix.map((row) => ({
      area: areaTitle(row.area),
      cells: [row.junior, row.mid, row.senior, row.staff].map(toCell),
    })),
    neighbors: corpus.role.filter((role) => data.neighbors.includes(role.id)).map(toPageRef),
    questions: questionLinks(entry),
    namedIn: data.namedIn.map(({ text, source }) => ({ words: text, source: sourceRef(source) })),
  };
}

/** More are a list to scroll past; all of them have a page with their levels. */
const maxQuestions = 12;

/** The questions that are asked most, and a link to all of them. */
function questionLinks({ id, data: role }: Entry<'role'>): readonly PageLink[] {
  const asked = getContent().corpus.question.filter(({ data }) => data.roles.includes(id));
  const shown = mostAsked(asked, { topics: topicsOf(role), count: maxQuestions }).map(toPageRef);
  if (shown.length === asked.length) return shown;
  return [...shown, { title: `All ${countText(asked.length, 'question')}`, address: `/questions/?role=${id}` }];
}

/** Where the questions of a role are practiced; nowhere while it has none. */
export function practiceLinks({ id, questions }: RolePage): readonly PageLink[] {
  if (questions.length === 0) return [];
  return [
    { title: 'Practice these questions', address: `/practice/?role=${id}` },
    { title: 'Mock interview', address: `/practice/mock/?role=${id}` },
    { title: 'Cards for Anki', address: `/anki/${id}.txt` },
  ];
}

/** The gap from each role to the neighbors that it names. */
export function roleGaps() {
  const roles = getContent().corpus.role;
  const neighborsOf = ({ data }: Entry<'role'>) => roles.filter(({ id }) => data.neighbors.includes(id));
  return roles.flatMap((from) => neighborsOf(from).map((to) => toGap(from, to)));
}

/** What someone in one role lacks for another, level by level, in an order that respects prerequisites. */
function toGap(from: Entry<'role'>, to: Entry<'role'>) {
  const { corpus, topic } = getContent();
  const areas = new Set(from.data.matrix.map(({ area }) => area));
  // Everyone in a role has what beginners learn, those at mid level what comes next in their areas, seniors all of that.
  const implied = (level: number) =>
    corpus.topic
      .filter(({ data }) => data.level === (level === 0 ? 'beginner' : 'intermediate'))
      .filter(({ data }) => level !== 1 || areas.has(data.area))
      .map(({ id }) => id);
  const known = topicsByLevel(from.data).map((ids, level) => [...ids, ...implied(level)]);
  const gap = findTopicGap(graphOf(corpus), { known, needed: topicsByLevel(to.data) });
  const topics = gap.map(({ id, ...levels }) => ({ topic: topic(id), ...levels }));
  return { from: toPageRef(from), to: toPageRef(to), topics };
}

/** Ids of the topics that each level of a role adds, the lowest first. */
type Levels = readonly (readonly string[])[];

/**
 * Compares two roles level by level, the lowest first, by the topics that each level adds. Prerequisites count as known and
 * needed too, and each topic stands behind its own. What every level knows is named only where the other role asks for it.
 * @returns topics that the other role asks for, with the lowest level that needs each there, and the one, if any, that knows it here.
 */
export function findTopicGap(nodes: readonly GraphNode[], { known, needed }: { known: Levels; needed: Levels }) {
  const before = ancestorsIn(nodes);
  /** The lowest level at which each topic is asked for, prerequisites included. */
  const lowestLevels = (levels: Levels): ReadonlyMap<string, number> => {
    const lowest = new Map<string, number>();
    for (const [level, ids] of levels.entries())
      for (const id of ids.flatMap((topic) => [topic, ...before(topic)])) if (!lowest.has(id)) lowest.set(id, level);
    return lowest;
  };
  const knownAt = lowestLevels(known);
  const asked = new Set(needed.flat());
  return [...lowestLevels(needed)]
    .map(([id, level]) => ({ id, needed: level, known: knownAt.get(id) }))
    .filter(({ id, known: level }) => level !== 0 || asked.has(id))
    .toSorted((a, b) => before(a.id).size - before(b.id).size || a.id.localeCompare(b.id));
}

/** The topics that each level of a role adds, the lowest first: everyone has the core skills, seniors the advanced ones. */
function topicsByLevel({ skills, matrix }: Role): Levels {
  const idsOf = (parts: readonly { readonly topics: readonly string[] }[]) => parts.flatMap(({ topics }) => topics);
  return [
    idsOf([...skills.core, ...matrix.map(({ junior }) => junior)]),
    idsOf(matrix.map(({ mid }) => mid)),
    idsOf([...skills.advanced, ...matrix.map(({ senior }) => senior)]),
    idsOf(matrix.map(({ staff }) => staff)),
  ];
}

/** Topics that a role asks for in its skills and up to senior level. */
export function topicsOf(role: Role): ReadonlySet<string> {
  return new Set(topicsByLevel(role).slice(0, 3).flat());
}

const levelNames = { junior: 'Junior', mid: 'Mid-level', senior: 'Senior', staff: 'Staff/Principal' } as const;

/** Pay, demand, companies and the time to get there of a role, without what no source states. */
function roleFigures({ salary, demand, companies, durations }: Role) {
  return [
    { what: 'Pay', figures: salary.map(payFigure) },
    { what: 'Demand', figures: demand.map(({ outOfFive, ...rest }) => toFigure({ value: `${outOfFive}/5`, ...rest })) },
    { what: 'Companies', figures: companies.map(({ names, source }) => toFigure({ value: names.join(', '), source })) },
    { what: 'Time', figures: durations.map(durationFigure) },
  ].filter(({ figures }) => figures.length > 0);
}

type Sourced = { readonly value: string; readonly note?: string | undefined; readonly source: string };

/** One statement of one source. Conflicting ones stand side by side; none is merged. */
function toFigure({ value, note, source }: Sourced) {
  return { value, note, source: getContent().sourceRef(source) };
}

function payFigure({ low, high, open, level, experience, region, note, source }: Role['salary'][number]) {
  const band = `$${low}K-$${high}K${open ? '+' : ''}`;
  const value = level ? `${levelNames[level]} ${band}` : band;
  return toFigure({ value, note: [experience, region, note].filter(Boolean).join(', ') || undefined, source });
}

function durationFigure({ min, max, unit, basis, source }: Role['durations'][number]) {
  const singular = unit.slice(0, -1);
  const value =
    max === undefined ? `${min}+ ${unit}` : min === max ? countText(min, singular) : `${min}-${max} ${unit}`;
  return toFigure({ value, note: basis, source });
}
