import type { SearchDocument } from './document.ts';

/** How much each field of a document counts, and how many different words it usually has. */
const fields = {
  title: { boost: 8, usual: 3 },
  aliases: { boost: 6, usual: 9 },
  asks: { boost: 3.5, usual: 12 },
  summary: { boost: 2, usual: 9 },
} as const;

export type Field = keyof typeof fields;

/** The text of each field of a document. */
export function textsOf({ title, aliases, asks, summary }: SearchDocument): Record<Field, string> {
  return { title, aliases: aliases.join('\n'), asks: asks.join('\n'), summary };
}

/** How far a field with more words than usual counts less for each of them: 0 not at all, 1 in full. */
const lengthWeight = 0.4;
/** The weight at which a word counts half of what it can. */
const halfWeight = 4;

/** Which terms stand in which documents, weighed by field: BM25F with every term of a field counted once. */
export class FieldIndex {
  readonly #weights = new Map<string, Map<number, number>>();

  /** Takes in the terms of one field of a document. */
  add(document: number, field: Field, terms: ReadonlySet<string>): void {
    const { boost, usual } = fields[field];
    const weight = boost / (1 - lengthWeight + lengthWeight * Math.max(1, terms.size / usual));
    for (const term of terms) {
      const weights = this.#weights.get(term) ?? new Map<number, number>();
      weights.set(document, (weights.get(document) ?? 0) + weight);
      this.#weights.set(term, weights);
    }
  }

  /** How much a term weighs in each document that has it. */
  weightsOf(term: string): ReadonlyMap<number, number> {
    return this.#weights.get(term) ?? new Map();
  }

  /** The documents that have a term, each with how much it tells of the document: above 0, below 1. */
  find(term: string): ReadonlyMap<number, number> {
    return new Map([...this.weightsOf(term)].map(([at, weight]) => [at, weight / (weight + halfWeight)]));
  }

  /** How many documents have a term. */
  countOf(term: string): number {
    return this.weightsOf(term).size;
  }
}
