import type { Candidate } from './candidates.ts';
import type { SearchDocument } from './document.ts';
import type { Query } from './rewrite.ts';

/** A document that the jump tier found. */
export type Hit = Pick<Candidate, 'document' | 'score' | 'exactness' | 'terms'>;

/** What the jump tier found, the best first. */
export interface JumpAnswer {
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** Whether no document has all of the query, so that those with some of it stand here. */
  readonly isRelaxed: boolean;
  /** What to suggest when nothing is found: documents with too little of the query. */
  readonly near: readonly SearchDocument[];
}
