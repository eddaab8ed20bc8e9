import { describe, expect, it } from 'vitest';
import { studyOrder } from '#features/plan/order.ts';
import type { PlanData } from '#features/plan/plan-data.ts';
import type { PlanRequest } from '#features/plan/request.ts';
import { content, needing, phase, request, roadmap, topic } from './plan-content.ts';

const titles = (wanted: Partial<PlanRequest>, data: PlanData) =>
  studyOrder(request(wanted), data).items.map(({ id }) => id);

const data = content({
  topics: [
    topic('dns'),
    topic('http', { prerequisites: needing('dns') }),
    topic('sql'),
    topic('rest', { prerequisites: needing('http') }),
    topic('node'),
    topic('flask'),
  ],
  roadmaps: [
    roadmap(
      'web',
      [
        phase('first', ['http', 'unwritten']),
        phase('second', ['rest'], {
          branches: [
            { id: 'nodejs', items: [{ topic: 'node', need: 'must' }] },
            { id: 'python', items: [{ topic: 'flask', need: 'must' }] },
          ],
        }),
        phase('third', [], { branches: [{ id: 'python', items: [{ topic: 'sql', need: 'must' }] }] }),
      ],
      { branches: ['nodejs', 'python'].map((id) => ({ id, title: id })), capstone: 'shop' },
    ),
    roadmap('data', [
      {
        ...phase('only', []),
        items: [
          { topic: 'sql', need: 'could' },
          { topic: 'http', need: 'should' },
        ],
      },
    ]),
  ],
  projects: [{ id: 'shop', number: 0, title: 'Shop', address: '/projects/shop/', halfHours: 10 }],
  roles: [{ id: 'engineer', title: 'Engineer', roadmaps: ['data', 'web'], topics: [] }],
});

describe('the order of study', () => {
  it('goes phase by phase, with a prerequisite that no phase brings right before the topic that needs it', () => {
    expect(titles({ roadmaps: ['web'] }, data)).toEqual(['dns', 'http', 'rest', 'node', 'shop']);
  });

  it('leaves out prerequisites that no roadmap has when asked to, and counts them', () => {
    const wanted = request({ roadmaps: ['web'], hasPrerequisites: false });
    const { items, outside } = studyOrder(wanted, data);
    expect(items.map(({ id }) => id)).toEqual(['http', 'rest', 'node', 'shop']);
    expect(outside).toBe(1);
  });

  it('still puts a prerequisite that a later roadmap has first, and all those of a single topic', () => {
    const later = content({
      topics: [topic('a', { prerequisites: needing('b') }), topic('b', { prerequisites: needing('c') }), topic('c')],
      roadmaps: [roadmap('one', [phase('first', ['a', 'b'])])],
    });
    expect(titles({ roadmaps: ['one'], hasPrerequisites: false }, later)).toEqual(['b', 'a']);
    expect(titles({ topics: ['a'], hasPrerequisites: false }, later)).toEqual(['c', 'b', 'a']);
  });

  it('says for whom a prerequisite was put in', () => {
    const [first, second] = studyOrder(request({ roadmaps: ['web'] }), data).items;
    expect(first?.neededFor).toEqual({ title: 'HTTP', why: 'It builds on dns.' });
    expect(second?.neededFor).toBeUndefined();
  });

  it('has each topic once over several roadmaps, in their order', () => {
    expect(titles({ roadmaps: ['data', 'web'] }, data)).toEqual(['dns', 'http', 'rest', 'node', 'shop']);
  });

  it('includes optional topics only when asked to', () => {
    expect(titles({ roadmaps: ['data'], need: 'could' }, data)).toEqual(['sql', 'dns', 'http']);
    expect(titles({ roadmaps: ['data'], need: 'must' }, data)).toEqual([]);
  });

  it('gives a topic the strongest need of all roadmaps, and its prerequisites no weaker one', () => {
    const { items } = studyOrder(request({ roadmaps: ['data', 'web'] }), data);
    expect(items.slice(0, 2).map(({ id, need }) => [id, need])).toEqual([
      ['dns', 'must'],
      ['http', 'must'],
    ]);
  });

  it('takes the branch that was asked for, in all phases', () => {
    const python = ['dns', 'http', 'rest', 'flask', 'sql', 'shop'];
    expect(titles({ roadmaps: ['web'], branches: new Map([['web', 'python']]) }, data)).toEqual(python);
  });

  it('takes the usual branch in place of one that does not exist', () => {
    expect(titles({ roadmaps: ['web'], branches: new Map([['web', 'cobol']]) }, data)).toContain('node');
  });

  it('takes a branch that is a chosen roadmap where none was asked for', () => {
    expect(titles({ roadmaps: ['web', 'python'] }, data)).toContain('flask');
  });

  it('leaves out what is known and what only that would need', () => {
    expect(titles({ roadmaps: ['web'], known: new Set(['http']) }, data)).toEqual(['rest', 'node', 'shop']);
    expect(studyOrder(request({ roadmaps: ['web'], known: new Set(['http']) }), data).known).toBe(1);
  });

  it('leaves out a level that is known', () => {
    expect(titles({ roadmaps: ['web'], level: 'intermediate' }, data)).toEqual([]);
  });

  it('takes the roadmaps of a role when none is named', () => {
    expect(titles({ role: 'engineer', need: 'could' }, data)).toEqual(['sql', 'dns', 'http', 'rest', 'node', 'shop']);
  });

  it('leads to single topics behind the roadmaps', () => {
    expect(titles({ topics: ['rest'] }, data)).toEqual(['dns', 'http', 'rest']);
  });

  it('leaves projects out when asked to', () => {
    expect(titles({ roadmaps: ['web'], hasProjects: false }, data)).not.toContain('shop');
  });
});
