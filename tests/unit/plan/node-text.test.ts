import { describe, expect, it } from 'vitest';
import { readNodes, writeNodes } from '#features/plan/node-text.ts';

describe('topics in an attribute', () => {
  const nodes = [
    { id: 'dns', halves: 3, prerequisites: [] },
    { id: 'http', halves: 5, prerequisites: ['dns'] },
    { id: 'rest', halves: 8, prerequisites: ['dns', 'http'] },
  ];

  it('are written as ids, half hours and places, and read again', () => {
    expect(writeNodes(nodes)).toBe('dns:3: http:5:0 rest:8:0,1');
    expect(readNodes(writeNodes(nodes))).toEqual(nodes);
  });

  it('lose the prerequisites that are not in the list, and those only', () => {
    const rest = { id: 'rest', halves: 8, prerequisites: ['tcp', 'http'] };
    expect(readNodes(writeNodes([...nodes.slice(0, 2), rest])).at(-1)).toEqual({ ...rest, prerequisites: ['http'] });
  });

  it('may be none', () => {
    expect(readNodes(writeNodes([]))).toEqual([]);
  });
});
