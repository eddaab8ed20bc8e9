import type { z } from 'astro/zod';
import type { Field } from './issue.ts';
import type { Prediction } from './prediction.ts';
import type { schemas } from './schema/by-kind.ts';
import type { Area, CareerFact, CheckedLink, Goal } from './schema/lists.ts';
import type { Network } from './schema/network.ts';
import type { Resource } from './schema/resource.ts';
import type { Disagreement, SourceData } from './schema/source.ts';

export type { CheckedLink, Disagreement, Resource };

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

/** What the front matter of a page of each kind holds. */
export type DataOf = { readonly [K in Kind]: z.infer<(typeof schemas)[K]> };

export type Topic = DataOf['topic'];
export type Roadmap = DataOf['roadmap'];
export type Role = DataOf['role'];
export type Question = DataOf['question'];
export type Project = DataOf['project'];
export type Comparison = DataOf['comparison'];

/** A heading of a page's body. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly line: number;
}

/** A fenced block of any language. */
export interface Fence {
  /** Words behind the language: `fragment`, `file=server.js`. */
  readonly meta: string;
  readonly code: string;
  readonly line: number;
}

/** A fenced code block, with the `output` block that follows it, if any. */
export interface Sample extends Fence {
  readonly language: string;
  readonly output: string | undefined;
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
  readonly outputs: readonly Fence[];
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

/** What people type, and its line in the list that has it. */
export interface Query {
  readonly text: string;
  readonly line: number;
}

/** A row of content/searches.tsv: an example query that belongs to several pages, or to one that is no file of content/. */
export interface SharedSearch extends Query {
  /** From the site's root. */
  readonly addresses: readonly string[];
}

/** The pages of the site, by kind. */
export type Pages = { readonly [K in Kind]: readonly Entry<K>[] };

/** All content of the site, of the right shape, relations not yet checked. */
export interface Corpus extends Pages {
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
  readonly unread: readonly Pick<Entry, 'kind' | 'id'>[];
  /** Files with `status: draft`, which may hold anything and are in none of the lists. */
  readonly drafts: readonly Pick<Entry, 'kind' | 'id' | 'path'>[];
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** The names of the colors that a line may have. */
  readonly lineColors: readonly string[];
}

/** Every entry of every kind. */
export function entriesOf(corpus: Corpus): readonly Entry[] {
  return kinds.flatMap((kind): readonly Entry[] => corpus[kind]);
}

/** Where a build lists its entries, and what for the check of the site: that each has its page. */
export const entriesFile = '.cache/entries.json';
export const entryFields = ['kind', 'id', 'path', 'data', 'status', 'formerIds'] as const;
export type ListedEntry = Pick<Entry, 'kind' | 'id' | 'path'> & { readonly data: Pick<Topic, 'status' | 'formerIds'> };

export const kinds = Object.keys(folders) as readonly Kind[];

export const lockedKinds: readonly LockedKind[] = [...kinds, 'lab', 'phase'];
