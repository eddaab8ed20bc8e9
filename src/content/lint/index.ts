import type { Corpus } from '../corpus.ts';
import type { Issue } from '../issue.ts';
import { branchTarget } from './branch-target.ts';
import { brokenLink } from './broken-link.ts';
import { cardLength } from './card-length.ts';
import { codeLanguage } from './code-language.ts';
import { comparisonCells } from './comparison-cells.ts';
import { diagram } from './diagram.ts';
import { duplicateAlias } from './duplicate-alias.ts';
import { duplicateTitle } from './duplicate-title.ts';
import { emptyCollection } from './empty-collection.ts';
import { emptyPhase } from './empty-phase.ts';
import { exampleProject, exampleQuotes, outcomeSections } from './examples.ts';
import { fillerWords } from './filler.ts';
import { formerIdTaken } from './former-id-taken.ts';
import { headingLevels } from './heading-levels.ts';
import { headings } from './headings.ts';
import { idleSearch } from './idle-search.ts';
import { imageText } from './image-text.ts';
import { lineColor } from './line-color.ts';
import { lineIdentity } from './line-identity.ts';
import { linkText } from './link-text.ts';
import { lostId } from './lost-id.ts';
import { pitfalls } from './pitfalls.ts';
import { practice } from './practice.ts';
import { prerequisiteCycle } from './prerequisite-cycle.ts';
import { prerequisiteLevel } from './prerequisite-level.ts';
import { questionWithoutTopic } from './question-without-topic.ts';
import { relatedTwice } from './related-twice.ts';
import { repeatedAsk } from './repeated-ask.ts';
import { repeatedPassage } from './repeated-passage.ts';
import { repeatedStop } from './repeated-stop.ts';
import { resourcePrimary } from './resource-primary.ts';
import { resourceRepeated } from './resource-repeated.ts';
import { resourceStart } from './resource-start.ts';
import { reviewInFuture } from './review-in-future.ts';
import type { Rule } from './rule.ts';
import { salaryRange } from './salary-range.ts';
import { sampleLength } from './sample-length.ts';
import { selfChecks } from './self-checks.ts';
import { selfReference } from './self-reference.ts';
import { summaryWording } from './summary-wording.ts';
import { topicOffTheMap } from './topic-off-the-map.ts';
import { unfitLink } from './unfit-link.ts';
import { unknownComponent } from './unknown-component.ts';
import { unknownReference } from './unknown-reference.ts';
import { unlockedId } from './unlocked-id.ts';
import { weeksInOrder } from './weeks-in-order.ts';
import { wordCount } from './word-count.ts';

/** All rules, by code. */
export const rules: readonly Rule[] = [
  unknownReference,
  selfReference,
  prerequisiteCycle,
  duplicateTitle,
  duplicateAlias,
  topicOffTheMap,
  questionWithoutTopic,
  resourceStart,
  resourcePrimary,
  resourceRepeated,
  unfitLink,
  reviewInFuture,
  unlockedId,
  lostId,
  formerIdTaken,
  repeatedStop,
  emptyPhase,
  branchTarget,
  weeksInOrder,
  lineIdentity,
  salaryRange,
  comparisonCells,
  relatedTwice,
  prerequisiteLevel,
  cardLength,
  emptyCollection,
  summaryWording,
  repeatedAsk,
  lineColor,
  idleSearch,
  headings,
  headingLevels,
  wordCount,
  pitfalls,
  selfChecks,
  practice,
  unknownComponent,
  linkText,
  brokenLink,
  imageText,
  codeLanguage,
  sampleLength,
  fillerWords,
  repeatedPassage,
  diagram,
  outcomeSections,
  exampleProject,
  exampleQuotes,
];

/**
 * Every issue that any rule finds, in the order of the rules.
 * @param without codes of rules that are not asked.
 */
export function checkRules(corpus: Corpus, without: readonly string[] = []): readonly Issue[] {
  return rules.filter(({ code }) => !without.includes(code)).flatMap((rule) => rule.check(corpus));
}
