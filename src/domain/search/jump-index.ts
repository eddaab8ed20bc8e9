import { type Cover, coverSlots, fullCoverage, isEnough, leastCoverage } from './coverage.ts';
import { type SearchDocument, searchKinds } from './document.ts';
import { exact, exactness, isCalledByPart, type NameKeys, nameKeys } from './exactness.ts';
import { type Field, FieldIndex, textsOf } from './field-index.ts';
import { intentOf } from './intent.ts';
import { longestWholeName, type NameTerms, nameFit, nameTerms } from './name-fit.ts';
import { type Query, rewriteQuery } from './rewrite.ts';
import { findRoleWay } from './role-way.ts';
import { informationOf, matchSlot, type SlotMatches } from './slot-matches.ts';
import { stem } from './stem.ts';
import { namesOf } from './text.ts';
import { Vocabulary } from './vocabulary.ts';

/** A document that the jump tier found. */
export interface Hit {
  readonly document: SearchDocument;
  readonly score: number;
  readonly exactness: number;
  /** The words of the document that matched. */
  readonly terms: ReadonlySet<string>;
}

/** What the jump tier found, the best first. */
export interface JumpAnswer {
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** Whether no document has all of the query, so that those with some of it stand here. */
  readonly isRelaxed: boolean;
  /** What to suggest when nothing is found: documents with too little of the query. */
  readonly near: readonly SearchDocument[];
}

interface Parts {
  readonly documents: readonly SearchDocument[];
  readonly vocabulary: Vocabulary;
  readonly index: FieldIndex;
  /** One for each document, as are the names. */
  readonly keys: readonly NameKeys[];
  readonly names: readonly NameTerms[];
}

interface Candidate extends Hit {
  readonly counts: boolean;
  readonly isWhole: boolean;
  /** Whether a telling part of the query, as it was typed, is what it is called. */
  readonly isNamed: boolean;
}

/** How much a word of a field weighs as a spelling to offer; those of names weigh at least `nameWeight`. */
const wordWeight: Readonly<Record<Field, number>> = { title: 8, aliases: 6, asks: 2, summary: 1 };
const mostHits = 60;
const mostNear = 3;
/** Documents are taken in by so many at a time, so that typing is never held up. */
const stepSize = 24;

/** How much the kind of a page counts when nothing else decides. */
const kindWeights: Readonly<Record<SearchDocument['kind'], number>> = {
  Topic: 1,
  Roadmap: 0.94,
  // A role names all that it asks for, and is meant only where work is spoken of.
  Role: 0.66,
  Question: 0.8,
  Comparison: 0.88,
  Project: 0.82,
  Page: 0.75,
};
/** How much a name that says all of the query counts beside its words. */
const fitWeight = 2;
/** How much each of the first words of a whole name counts when the query has that name in it. */
const wholeNameWeight = 1.5;
/** A whole name of so many words within the query is reason enough: "sysadmin to backend developer". */
const fewestOfSubject = 2;
const noCover: Cover = { score: 0, coverage: 0, trust: 0, count: 0 };
/** What a name has to tell to be the subject among unknown words, in nats: a tenth of the pages has it at most. */
const leastInformation = 2.3;
/** What it is worth when the title begins with the query. */
const beginningBonus = 1;

/** An index over names, questions and summaries that forgives spelling. */
export class JumpIndex {
  readonly documents: readonly SearchDocument[];
  readonly vocabulary: Vocabulary;
  readonly #index: FieldIndex;
  readonly #keys: readonly NameKeys[];
  readonly #names: readonly NameTerms[];

  private constructor({ documents, vocabulary, index, keys, names }: Parts) {
    this.documents = documents;
    this.vocabulary = vocabulary;
    this.#index = index;
    this.#keys = keys;
    this.#names = names;
  }

  /** @param plain stems of running text, with blanks between them, as `plainWords` gives them. */
  static async build(documents: readonly SearchDocument[], plain = ''): Promise<JumpIndex> {
    const vocabulary = new Vocabulary(plain);
    const index = new FieldIndex();
    const keys: NameKeys[] = [];
    const names: NameTerms[] = [];
    for (const [at, document] of documents.entries()) {
      if (at % stepSize === stepSize - 1) await new Promise((resolve) => setTimeout(resolve));
      keys.push(nameKeys(document));
      names.push(nameTerms(document));
      for (const [field, text] of Object.entries(textsOf(document)) as [Field, string][]) {
        const words = namesOf(text);
        vocabulary.add(words, wordWeight[field]);
        index.add(at, field, new Set(words.map(stem)));
      }
    }
    return new JumpIndex({ documents, vocabulary, index, keys, names });
  }

  /** @param isLiteral takes misspelt words as they are. */
  find(text: string, isLiteral = false): JumpAnswer {
    const query = rewriteQuery(text, this.vocabulary, isLiteral);
    const way = findRoleWay(query.text, this.documents);
    const candidates = this.#score(query).toSorted(byRank);
    const counted = candidates.filter(({ counts }) => counts);
    // Of "regex cheat sheet" the site knows the one thing that has a page; a foreign subject has none.
    const named = candidates.filter(({ isNamed }) => isNamed);
    const found = (counted.length > 0 ? counted : named).slice(0, mostHits);
    const hits = way ? [{ document: way, score: 0, exactness: 4, terms: new Set<string>() }, ...found] : found;
    const near = candidates.filter(({ counts }) => !counts).slice(0, mostNear);
    return {
      query,
      hits,
      isRelaxed: !way && !found.some(({ isWhole }) => isWhole),
      near: near.map(({ document }) => document),
    };
  }

  /** Every document that has anything of a query. */
  #score(query: Query): Candidate[] {
    const site = {
      vocabulary: this.vocabulary,
      count: this.documents.length,
      isAlone: query.slots.length === 1,
    };
    const matches = query.slots.map((slot) => matchSlot(slot, this.#index, site));
    const terms = new Set(matches.flatMap((match) => [...match.terms]));
    const typed = new Set(matches.flatMap(({ own }) => [...own]));
    const covers = coverSlots(query, matches);
    const least = leastCoverage(query, this.vocabulary);
    const intent = intentOf(query.text);
    const telling = { slots: tellingSlots(query, matches) };
    // One word of a few is met by accident, unless one of them is what some page is called.
    const isShort = query.slots.length > 1 && !query.isQuestion;
    const hasName = !isShort || this.#keys.some((keys) => isCalledByPart(keys, query));
    return this.documents.flatMap((document, at) => {
      const fit = exactness(this.#keys[at] as NameKeys, query);
      // "Project with Redis" is about Redis, and does not want the page of that name.
      const isOther = intent.size > 0 && !intent.has(document.kind);
      const fits = fit === exact && isOther ? 0 : fit;
      const cover = covers.get(at) ?? noCover;
      const { score, coverage } = cover;
      if (fits < exact && score === 0) return [];
      const weight = kindWeights[document.kind] * (intent.get(document.kind) ?? 1);
      const isMeant = hasName || cover.count > 1;
      const wholeName = longestWholeName(this.#names[at] as NameTerms, typed);
      const counts = fits >= exact || (isEnough(cover, least) && isMeant) || wholeName >= fewestOfSubject;
      const wholeWeight = isOther ? 0 : wholeNameWeight * Math.min(fewestOfSubject, wholeName);
      const nameWeight = counts ? fitWeight * this.#nameFit(at, matches) + wholeWeight : 0;
      const whole = score * coverage ** 2 * (1 + nameWeight) * weight;
      return [
        {
          document,
          score: whole + (fits === 1 ? beginningBonus : 0),
          exactness: fits,
          counts,
          isWhole: fits >= exact || coverage >= fullCoverage,
          isNamed: isCalledByPart(this.#keys[at] as NameKeys, telling),
          terms,
        },
      ];
    });
  }

  #nameFit(at: number, matches: readonly SlotMatches[]): number {
    const information = (term: string) => informationOf(this.#index.countOf(term), this.documents.length);
    return nameFit(this.#names[at] as NameTerms, matches, information);
  }
}

/** The slots of a query that were not corrected and that few pages have, without their synonyms. */
function tellingSlots({ slots, corrections }: Query, matches: readonly SlotMatches[]): Query['slots'] {
  const isCorrected = (typed: string) => corrections.some((correction) => correction.typed === typed);
  return slots
    .filter(({ typed }, at) => !isCorrected(typed) && (matches[at]?.information ?? 0) >= leastInformation)
    .map((slot) => ({ ...slot, similar: [] }));
}

/** Exact names first, then by score; a kind that stands earlier in the list of kinds wins when two are equal. */
function byRank(a: Hit, b: Hit): number {
  const rank = ({ exactness: fit, score }: Hit) => (fit >= exact ? fit * 1e3 : 0) + score;
  return rank(b) - rank(a) || searchKinds.indexOf(a.document.kind) - searchKinds.indexOf(b.document.kind);
}
