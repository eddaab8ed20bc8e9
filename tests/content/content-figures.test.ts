import { describe, expect, it } from 'vitest';
import { contentFigures } from '#content/content-stats.ts';
import { baseCorpus } from './fixture.ts';

describe('contentFigures', () => {
  it('counts words, diagrams, stops and questions', () => {
    expect(contentFigures(baseCorpus())).toEqual([
      'Topics: 3 published, prose of 515 to 602 words, median 549; 1 with a diagram; 0 on no roadmap.',
      'Questions: 1, 0 of them design challenges; per role 1 (librarian) to 1.',
      'Predictions: 0 on 0 topics.',
    ]);
  });

  it('names topics that no roadmap passes', () => {
    expect(contentFigures({ ...baseCorpus(), roadmap: [] })[0]).toMatch(/3 on no roadmap\.$/u);
  });

  it('has nothing to count in an empty corpus', () => {
    const empty = { ...baseCorpus(), topic: [], roadmap: [], role: [], question: [] };
    expect(contentFigures(empty)).toEqual([
      'Topics: 0 published, prose of 0 to 0 words, median 0; 0 with a diagram; 0 on no roadmap.',
      'Questions: 0, 0 of them design challenges; per role 0 (none) to 0.',
      'Predictions: 0 on 0 topics.',
    ]);
  });
});
