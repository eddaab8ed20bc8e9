import { describe, expect, it } from 'vitest';
import { findTopicGap } from '#content/role-gap.ts';

const nodes = [
  { id: 'http', prerequisites: [] },
  { id: 'rest', prerequisites: ['http'] },
  { id: 'sql', prerequisites: [] },
  { id: 'indexing', prerequisites: ['sql'] },
  { id: 'plans', prerequisites: ['indexing', 'http'] },
];

describe('findTopicGap', () => {
  it('names what is missing with its missing prerequisites, each behind what it needs', () => {
    const gap = findTopicGap(nodes, { known: new Set(['rest']), needed: new Set(['plans']) });
    expect(gap).toEqual({ shared: [], missing: ['sql', 'indexing', 'plans'] });
  });

  it('counts the prerequisites of known topics as known', () => {
    const gap = findTopicGap(nodes, { known: new Set(['rest']), needed: new Set(['http', 'sql']) });
    expect(gap).toEqual({ shared: ['http'], missing: ['sql'] });
  });

  it('is empty between the same topics', () => {
    const same = new Set(['plans', 'rest']);
    expect(findTopicGap(nodes, { known: same, needed: same }).missing).toEqual([]);
  });
});
