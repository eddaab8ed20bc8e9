import { type Cover, coverSlots, fullCoverage, isEnough, leastCoverage } from './coverage.ts';
import type { SearchDocument } from './document.ts';
import { exact, exactness, isCalledByPart, type NameKeys } from './exactness.ts';
import type { FieldIndex } from './field-index.ts';
import { intentOf } from './intent.ts';
import { longestWholeName, type NameTerms, nameFit } from './name-fit.ts';
import type { Query } from './rewrite.ts';
import { informationOf, matchSlot, type SlotMatches } from './slot-matches.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the jump tier knows of the documents. */
export interface IndexParts {
  readonly documents: readonly SearchDocument[];
  readonly vocabulary: Vocabulary;
  readonly index: FieldIndex;
  /** One for each document, as are the names. */
  readonly keys: readonly NameKeys[];
  readonly names: readonly NameTerms[];
}

/** A document that has anything of a query, with how well it fits. */
export interface Candidate {
  readonly document: SearchDocument;
  readonly score: number;
  readonly exactness: number;
  /** The words of the document that matched. */
  readonly terms: ReadonlySet<string>;
  /** Whether it has enough of the query to be a result. */
  readonly counts: boolean;
  /** Whether it has all of the query. */
  readonly isWhole: boolean;
}

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

/** Every document that has anything of a query, in no order. */
export function findCandidates(
  { documents, vocabulary, index, keys, names }: IndexParts,
  query: Query,
): readonly Candidate[] {
  const site = {
    vocabulary,
    count: documents.length,
    isAlone: query.slots.length === 1,
  };
  const matches = query.slots.map((slot) => matchSlot(slot, index, site));
  const terms = new Set(matches.flatMap((match) => [...match.terms]));
  const typed = new Set(matches.flatMap(({ own }) => [...own]));
  const covers = coverSlots(query, matches);
  const least = leastCoverage(query, vocabulary);
  const intent = intentOf(query.text);
  const informationOfTerm = (term: string) => informationOf(index.countOf(term), documents.length);
  const telling = { slots: tellingSlots(query, matches) };
  // One word of a few is met by accident, unless one of them is what some page is called.
  const isShort = query.slots.length > 1 && !query.isQuestion;
  const hasName = !isShort || keys.some((each) => isCalledByPart(each, query));
  return documents.flatMap((document, at) => {
    const fit = exactness(keys[at] as NameKeys, query);
    // "Project with Redis" is about Redis, and does not want the page of that name.
    const isOther = intent.size > 0 && !intent.has(document.kind);
    const fits = fit === exact && isOther ? 0 : fit;
    const cover = covers.get(at) ?? noCover;
    const { score, coverage } = cover;
    if (fits < exact && score === 0) return [];
    const weight = kindWeights[document.kind] * (intent.get(document.kind) ?? 1);
    const isMeant = hasName || cover.count > 1;
    const wholeName = longestWholeName(names[at] as NameTerms, typed);
    // Of "laravel with vue" the site knows the one thing that has a page.
    const isNamed = isShort && isCalledByPart(keys[at] as NameKeys, telling);
    const counts = fits >= exact || (isEnough(cover, least) && isMeant) || wholeName >= fewestOfSubject || isNamed;
    const wholeWeight = isOther ? 0 : wholeNameWeight * Math.min(fewestOfSubject, wholeName);
    const nameWeight = counts
      ? fitWeight * nameFit(names[at] as NameTerms, matches, informationOfTerm) + wholeWeight
      : 0;
    const whole = score * coverage ** 2 * (1 + nameWeight) * weight;
    return [
      {
        document,
        score: whole + (fits === 1 ? beginningBonus : 0),
        exactness: fits,
        counts,
        isWhole: fits >= exact || coverage >= fullCoverage,
        terms,
      },
    ];
  });
}

/** The slots of a query that were not corrected and that few pages have, without their synonyms. */
function tellingSlots({ slots, corrections }: Query, matches: readonly SlotMatches[]): Query['slots'] {
  const isCorrected = (typed: string) => corrections.some((correction) => correction.typed === typed);
  return slots
    .filter(({ typed }, at) => !isCorrected(typed) && (matches[at]?.information ?? 0) >= leastInformation)
    .map((slot) => ({ ...slot, similar: [] }));
}
