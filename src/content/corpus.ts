import type { Field } from './issue.ts';
import type { Prediction } from './prediction.ts';
import type { Area } from './schema/area.ts';
import type { CareerFact } from './schema/career-fact.ts';
import type { CheckedLink } from './schema/checked-link.ts';
import type { Comparison } from './schema/comparison.ts';
import type { Goal } from './schema/goal.ts';
import type { Network } from './schema/network.ts';
import type { Project } from './schema/project.ts';
import type { Question } from './schema/question.ts';
import type { Resource } from './schema/resource.ts';
import type { Roadmap } from './schema/roadmap.ts';
import type { Role } from './schema/role.ts';
import type { Disagreement, SourceData } from './schema/source.ts';
import type { Topic } from './schema/topic.ts';

export type {
  Area,
  CareerFact,
  CheckedLink,
  Comparison,
  Disagreement,
  Goal,
  Project,
  Question,
  Resource,
  Roadmap,
  Role,
  Topic,
};

/** Kinds of content that are one MDX file each, with the folder below content/. */
export const folders = {
  topic: 'topics',
  roadmap: 'roadmaps',
  role: 'roles',
  question: 'questions',
  project: 'projects',
  comparison: 'comparisons',
} as const;

export type Kind = keyof typeof folders;

export interface DataOf {
  readonly topic: Topic;
  readonly roadmap: Roadmap;
  readonly role: Role;
  readonly question: Question;
  readonly project: Project;
  readonly comparison: Comparison;
}

/** A heading of a page's body. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly line: number;
}

/** A fenced code block, with the `output` block that follows it, if any. */
export interface Sample {
  readonly language: string;
  /** Words behind the language: `fragment`, `file=server.js`. */
  readonly meta: string;
  readonly code: string;
  readonly output: string | undefined;
  readonly line: number;
}

/** A link or an image. */
interface Reference {
  readonly url: string;
  readonly text: string;
  readonly line: number;
}

/** A component that the author used. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly line: number;
}

/** A run of prose: one paragraph or table cell, without code blocks. */
interface Passage {
  readonly text: string;
  /** The text of the `##` heading above it, or an empty string. */
  readonly section: string;
  /** The text of the `###` heading above it in the section, or an empty string. */
  readonly subsection: string;
  /** Whether it belongs to a component such as Check. */
  readonly isInComponent: boolean;
  readonly line: number;
}

/** What the rules need to know of a page's body. Lines count from 1 in the file. */
export interface Body {
  readonly headings: readonly Heading[];
  readonly samples: readonly Sample[];
  readonly predictions: readonly Prediction[];
  readonly links: readonly Reference[];
  readonly images: readonly Reference[];
  readonly components: readonly ComponentUse[];
  readonly passages: readonly Passage[];
  /** Raw HTML, import lines and expressions, which authors may not use. */
  readonly foreign: readonly { readonly text: string; readonly line: number }[];
}

/** A content file whose front matter has the right shape. */
export interface Entry<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly path: string;
  readonly data: DataOf[K];
  readonly body: Body;
  /** What people type who need the page, in any words. The search ranks by them; they are never shown. */
  readonly searches: readonly Query[];
  /** Files of the example project beside a topic, by path below `example/`, or of a project's folder; else empty. */
  readonly example: ReadonlyMap<string, string>;
  /** Line of a front matter field, given as `['prerequisites', 1, 'topic']`; 0 when it is not in the file. */
  readonly lineOf: (field: Field) => number;
}

/** Labs are read by their own feature, and phases are parts of roadmaps; their ids are locked with those of pages. */
export type LockedKind = Kind | 'lab' | 'phase';

/** A line of content/ids.lock: an id that was published once, with its number in links and exports. */
export interface LockedId {
  readonly kind: LockedKind;
  readonly number: number;
  readonly id: string;
}

/** A document that figures and phrases come from, with its file. */
export interface Source extends SourceData, Pick<Entry, 'id' | 'path' | 'lineOf'> {}

/** A row of content/searches.tsv: an example query that belongs to several pages, or to one that is no file of content/. */
export interface SharedSearch {
  readonly text: string;
  /** From the site's root. */
  readonly addresses: readonly string[];
  readonly line: number;
}

/** What people type, and its line in the list that has it. */
export interface Query {
  readonly text: string;
  readonly line: number;
}

/** A page that is not finished. Only the development server shows it. */
export interface Draft {
  readonly kind: Kind;
  readonly id: string;
  readonly path: string;
}

/** All content of the site, of the right shape, relations not yet checked. */
export interface Corpus {
  readonly topic: readonly Entry<'topic'>[];
  readonly roadmap: readonly Entry<'roadmap'>[];
  readonly role: readonly Entry<'role'>[];
  readonly question: readonly Entry<'question'>[];
  readonly project: readonly Entry<'project'>[];
  readonly comparison: readonly Entry<'comparison'>[];
  readonly areas: readonly Area[];
  readonly sources: readonly Source[];
  /** Ids of source documents that are there but have errors. */
  readonly unreadSources: readonly string[];
  readonly disagreements: readonly Disagreement[];
  readonly resources: readonly Resource[];
  readonly goals: readonly Goal[];
  /** Where the network map has its lines and stops. */
  readonly network: Network;
  /** What the test files of all projects share. */
  readonly projectKit: string;
  readonly careerFacts: readonly CareerFact[];
  /** What the last check of links found; empty until there was one. */
  readonly checkedLinks: readonly CheckedLink[];
  readonly searches: readonly SharedSearch[];
  /** What people type that no page is about. */
  readonly outOfScopeQueries: readonly Query[];
  readonly locked: readonly LockedId[];
  /** Pages whose files are there but have errors: they are in none of the lists, and are not missing either. */
  readonly unread: readonly { readonly kind: Kind; readonly id: string }[];
  /** Files with `status: draft`, which may hold anything and are in none of the lists. */
  readonly drafts: readonly Draft[];
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** The names of the colors that a line may have. */
  readonly lineColors: readonly string[];
}

/** Every entry of every kind. */
export function entriesOf(corpus: Corpus): readonly Entry[] {
  return kinds.flatMap((kind): readonly Entry[] => corpus[kind]);
}

export const kinds = Object.keys(folders) as readonly Kind[];

export const lockedKinds: readonly LockedKind[] = [...kinds, 'lab', 'phase'];
