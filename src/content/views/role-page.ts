import { countText } from '#lib/wording.ts';
import type { Entry, Role } from '../corpus.ts';
import { mostAsked } from '../frequency.ts';
import { findTopicGap } from '../role-gap.ts';
import {
  getCurriculum,
  graphOf,
  type LineRef,
  type PageRef,
  type SourceRef,
  type TopicRef,
  toPageRef,
} from './site-content.ts';
import { type Figure, roleFigures } from './stats.ts';

/** A skill with the topics that teach it. */
interface Skill {
  readonly label: string;
  readonly topics: readonly TopicRef[];
}

/** One cell of the matrix of levels by areas. */
interface Cell {
  readonly can: string;
  readonly topics: readonly TopicRef[];
  readonly questions: readonly PageRef[];
}

export interface RolePage {
  readonly id: string;
  readonly data: Role;
  readonly address: string;
  readonly figures: readonly Figure[];
  readonly lines: readonly LineRef[];
  readonly skills: readonly { readonly title: string; readonly skills: readonly Skill[] }[];
  readonly matrix: readonly { readonly area: string; readonly cells: readonly Cell[] }[];
  readonly neighbors: readonly PageRef[];
  /** The questions that are asked most, and a link to all of them. */
  readonly questions: readonly Pick<PageRef, 'title' | 'address'>[];
  readonly namedIn: readonly { readonly words: string; readonly source: SourceRef }[];
}

/** The pages of all roles. */
export function rolePages(): readonly RolePage[] {
  return getCurriculum().corpus.role.map(toPage);
}

function toPage(entry: Entry<'role'>): RolePage {
  const { corpus, topic, line, areaTitle, sourceRef } = getCurriculum();
  const { id, data } = entry;
  const toSkill = ({ label, topics }: Role['skills']['core'][number]): Skill => ({
    label,
    topics: topics.map(topic),
  });
  const questionRef = (questionId: string) =>
    corpus.question.filter((question) => question.id === questionId).map(toPageRef);
  const toCell = ({ can, topics, questions }: Role['matrix'][number]['mid']): Cell => ({
    can,
    topics: topics.map(topic),
    questions: questions.flatMap(questionRef),
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
const mostQuestions = 12;

function questionLinks({ id, data: role }: Entry<'role'>): RolePage['questions'] {
  const asked = getCurriculum().corpus.question.filter(({ data }) => data.roles.includes(id));
  const shown = mostAsked(asked, { topics: topicsOf(role), count: mostQuestions }).map(toPageRef);
  if (shown.length === asked.length) return shown;
  return [...shown, { title: `All ${countText(asked.length, 'question')}`, address: `/questions/?role=${id}` }];
}

/** Where the questions of a role are practiced; nowhere while it has none. */
export function practiceLinks({
  id,
  questions,
}: RolePage): readonly { readonly title: string; readonly address: string }[] {
  if (questions.length === 0) return [];
  return [
    { title: 'Practice these questions', address: `/practice/?role=${id}` },
    { title: 'Mock interview', address: `/practice/mock/?role=${id}` },
    { title: 'Cards for Anki', address: `/anki/${id}.txt` },
  ];
}

/** What someone in one role lacks for another, computed from topics and their prerequisites. */
export interface RoleGap {
  readonly from: PageRef;
  readonly to: PageRef;
  readonly shared: readonly TopicRef[];
  /** In an order that respects prerequisites. */
  readonly missing: readonly TopicRef[];
  readonly hours: number;
}

/** The gap from each role to the neighbors that it names. */
export function roleGaps(): readonly RoleGap[] {
  const roles = getCurriculum().corpus.role;
  return roles.flatMap((from) =>
    roles.filter((to) => from.data.neighbors.includes(to.id)).map((to) => toGap(from, to)),
  );
}

function toGap(from: Entry<'role'>, to: Entry<'role'>): RoleGap {
  const { corpus, topic } = getCurriculum();
  const gap = findTopicGap(graphOf(corpus), { known: topicsOf(from.data), needed: topicsOf(to.data) });
  const missing = gap.missing.map(topic);
  return {
    from: toPageRef(from),
    to: toPageRef(to),
    shared: gap.shared.map(topic),
    missing,
    hours: missing.reduce((sum, { hours }) => sum + hours, 0),
  };
}

/** Topics that a role asks for in its core and advanced skills and in its matrix. */
export function topicsOf({ skills, matrix }: Role): ReadonlySet<string> {
  const cells = matrix.flatMap((row) => [row.junior, row.mid, row.senior]);
  return new Set([...skills.core, ...skills.advanced, ...cells].flatMap(({ topics }) => topics));
}
