import { describe, expect, it } from 'vitest';
import { findTopicGap } from '#content/views/role-page.ts';

const nodes = [
  { id: 'http', prerequisites: [] },
  { id: 'rest', prerequisites: ['http'] },
  { id: 'sql', prerequisites: [] },
  { id: 'indexing', prerequisites: ['sql'] },
  { id: 'plans', prerequisites: ['indexing', 'http'] },
];

describe('findTopicGap', () => {
  it('names what is missing with its missing prerequisites, each behind what it needs', () => {
    const gap = findTopicGap(nodes, { known: [['rest']], needed: [['plans']] });
    expect(gap.map(({ id }) => id)).toEqual(['sql', 'indexing', 'plans']);
  });

  it('says from which level on a topic is needed and known, prerequisites included', () => {
    const gap = findTopicGap(nodes, { known: [['http'], ['indexing']], needed: [['http', 'sql'], ['plans'], ['sql']] });
    expect(gap).toEqual([
      { id: 'http', needed: 0, known: 0 },
      { id: 'sql', needed: 0, known: 1 },
      { id: 'indexing', needed: 1, known: 1 },
      { id: 'plans', needed: 1, known: undefined },
    ]);
  });

  it('leaves nothing to learn between the same topics', () => {
    const same = [['plans', 'rest']];
    expect(findTopicGap(nodes, { known: same, needed: same }).filter(({ known }) => known === undefined)).toEqual([]);
  });
});
