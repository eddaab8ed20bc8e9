import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '#features/search/document.ts';
import { type Evidence, noEvidence } from '#features/search/evidence.ts';
import { rankByEvidence } from '#features/search/rank-by-evidence.ts';
import type { Query } from '#features/search/rewrite.ts';
import { searchDocument } from './search-document.ts';

const [a, b, c] = [searchDocument('a'), searchDocument('b'), searchDocument('c')] as const;
const query: Query = { text: 'x', keys: [], slots: [], isForeign: false, isQuestion: false, corrections: [] };
const hit = (document: SearchDocument, exactness = 0) => ({ document, score: 1, exactness, terms: new Set<string>() });
const evidence = (...rows: readonly (readonly [SearchDocument, Partial<Evidence>])[]) =>
  new Map(rows.map(([document, signs]) => [document, { ...noEvidence, ...signs }]));

function ranked(
  hits: readonly SearchDocument[],
  signs: ReadonlyMap<SearchDocument, Evidence>,
  given: {
    readonly query?: Partial<Query>;
    readonly isRelaxed?: boolean;
    readonly exactness?: readonly number[];
  } = {},
): string {
  const answer = {
    query: { ...query, ...given.query },
    hits: hits.map((document, at) => hit(document, given.exactness?.[at])),
    isRelaxed: given.isRelaxed ?? true,
    near: [],
  };
  return rankByEvidence(answer, signs)
    .map(({ document }) => document.title)
    .join('');
}

describe('rankByEvidence', () => {
  it('keeps the order of names where searches say nothing', () => {
    expect(ranked([a, b, c], new Map())).toBe('abc');
  });

  it('puts the page of a like search first, and the one with more support', () => {
    expect(ranked([a, b, c], evidence([c, { likeness: 0.8 }]))).toBe('cab');
    expect(ranked([a, b], evidence([a, { likeness: 0.3, support: 0.1 }], [b, { likeness: 0.3, support: 2 }]))).toBe(
      'ba',
    );
  });

  it('counts how far words stand behind the page that they tell most of, up to a bound', () => {
    expect(ranked([a, b], evidence([a, { words: 10 }], [b, { words: 12 }]))).toBe('ba');
    expect(ranked([a, b], evidence([a, { words: 10 }], [b, { words: 10.8 }]))).toBe('ab');
    const far = evidence([a, { words: 0 }], [b, { words: 400, likeness: 0 }], [c, { words: 0 }]);
    expect(ranked([a, c], far)).toBe('bac');
    expect(ranked([a], evidence([a, { likeness: 1, support: 100 }], [b, { words: 400 }]))).toBe('ab');
  });

  it('leans to what names answered completely', () => {
    const signs = evidence([b, { likeness: 0.25 }]);
    expect(ranked([a, b], signs)).toBe('ba');
    expect(ranked([a, b], signs, { isRelaxed: false })).toBe('ab');
  });

  it('leans to the kind of page that is asked for', () => {
    const question = searchDocument('q', { kind: 'Question' });
    const signs = evidence([question, { likeness: 0.2 }]);
    expect(ranked([a, question], signs)).toBe('aq');
    expect(ranked([a, question], signs, { query: { text: 'x interview' } })).toBe('qa');
  });

  it('leans to pages whose searches have the same talk', () => {
    expect(ranked([a, b], evidence([b, { talk: 0.5 }]))).toBe('ab');
    expect(ranked([a, b], evidence([b, { talk: 3 }]))).toBe('ba');
  });

  it('adds pages that only searches bring', () => {
    expect(ranked([a], evidence([b, { likeness: 0.1 }]))).toBe('ab');
    expect(ranked([], evidence([b, { likeness: 0.3 }], [c, { likeness: 0.5 }]))).toBe('cb');
  });

  it('keeps in front what the query is the name of, and the first whose title begins so', () => {
    const signs = evidence([c, { likeness: 1, support: 9 }]);
    expect(ranked([a, b, c], signs, { exactness: [3, 2, 0] })).toBe('abc');
    expect(ranked([a, b, c], signs, { exactness: [1, 1, 0] })).toBe('acb');
    expect(ranked([a, b, c], signs, { exactness: [0, 1, 0] })).toBe('cab');
  });
});
