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
  it.each<[string, Partial<PlanRequest>, readonly string[]]>([
    [
      'goes phase by phase, with a prerequisite that no phase brings right before the topic that needs it',
      { roadmaps: ['web'] },
      ['dns', 'http', 'rest', 'node', 'shop'],
    ],
    [
      'has each topic once over several roadmaps, in their order',
      { roadmaps: ['data', 'web'] },
      ['dns', 'http', 'rest', 'node', 'shop'],
    ],
    ['includes optional topics when asked to', { roadmaps: ['data'], need: 'could' }, ['sql', 'dns', 'http']],
    ['includes only required topics when asked to', { roadmaps: ['data'], need: 'must' }, []],
    [
      'takes the branch that was asked for, in all phases',
      { roadmaps: ['web'], branches: new Map([['web', 'python']]) },
      ['dns', 'http', 'rest', 'flask', 'sql', 'shop'],
    ],
    [
      'takes the usual branch in place of one that does not exist',
      { roadmaps: ['web'], branches: new Map([['web', 'cobol']]) },
      ['dns', 'http', 'rest', 'node', 'shop'],
    ],
    [
      'takes a branch that is a chosen roadmap where none was asked for',
      { roadmaps: ['web', 'python'] },
      ['dns', 'http', 'rest', 'flask', 'sql', 'shop'],
    ],
    [
      'leaves out what is known and what only that would need',
      { roadmaps: ['web'], known: new Set(['http']) },
      ['rest', 'node', 'shop'],
    ],
    ['leaves out a level that is known', { roadmaps: ['web'], level: 'intermediate' }, []],
    [
      'takes the roadmaps of a role when none is named',
      { role: 'engineer', need: 'could' },
      ['sql', 'dns', 'http', 'rest', 'node', 'shop'],
    ],
    ['leads to single topics behind the roadmaps', { topics: ['rest'] }, ['dns', 'http', 'rest']],
    ['leaves projects out when asked to', { roadmaps: ['web'], hasProjects: false }, ['dns', 'http', 'rest', 'node']],
  ])('%s', (_, wanted, ids) => {
    expect(titles(wanted, data)).toEqual(ids);
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

  it('gives a topic the strongest need of all roadmaps, and its prerequisites no weaker one', () => {
    const { items } = studyOrder(request({ roadmaps: ['data', 'web'] }), data);
    expect(items.slice(0, 2).map(({ id, need }) => [id, need])).toEqual([
      ['dns', 'must'],
      ['http', 'must'],
    ]);
  });

  it('counts what is known', () => {
    expect(studyOrder(request({ roadmaps: ['web'], known: new Set(['http']) }), data).known).toBe(1);
  });
});
