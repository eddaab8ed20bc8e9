import { describe, expect, it } from 'vitest';
import { studyOrder } from '#features/plan/order.ts';
import type { PlanData } from '#features/plan/plan-data.ts';
import type { PlanRequest } from '#features/plan/request.ts';
import { content, line, needing, phase, request, topic } from './plan-content.ts';

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
  lines: [
    line('web', [
      phase('first', ['http', 'unwritten'], { milestone: 'shop' }),
      phase('second', ['rest'], {
        choice: {
          default: 'nodejs',
          branches: [
            { line: 'nodejs', stops: [{ topic: 'node', need: 'must' }] },
            { line: 'python', stops: [{ topic: 'flask', need: 'must' }] },
          ],
        },
      }),
    ]),
    line('data', [
      {
        ...phase('only', []),
        stops: [
          { topic: 'sql', need: 'could' },
          { topic: 'http', need: 'should' },
        ],
      },
    ]),
  ],
  projects: [{ id: 'shop', number: 0, title: 'Shop', address: '/projects/shop/', halves: 10 }],
  roles: [{ id: 'engineer', title: 'Engineer', lines: ['data', 'web'], topics: [] }],
});

describe('the order of study', () => {
  it('goes phase by phase, with a prerequisite that no stop brings right before the topic that needs it', () => {
    expect(titles({ lines: ['web'] }, data)).toEqual(['dns', 'http', 'shop', 'rest', 'node']);
  });

  it('says for whom a prerequisite was put in', () => {
    const [first, second] = studyOrder(request({ lines: ['web'] }), data).items;
    expect(first?.neededFor).toEqual({ title: 'HTTP', why: 'It builds on dns.' });
    expect(second?.neededFor).toBeUndefined();
  });

  it('has each topic once over several lines, in the order of the lines', () => {
    expect(titles({ lines: ['data', 'web'] }, data)).toEqual(['dns', 'http', 'shop', 'rest', 'node']);
  });

  it('includes what lines could have only when asked to', () => {
    expect(titles({ lines: ['data'], need: 'could' }, data)).toEqual(['sql', 'dns', 'http']);
    expect(titles({ lines: ['data'], need: 'must' }, data)).toEqual([]);
  });

  it('gives a topic the strongest need of all lines, and its prerequisites no weaker one', () => {
    const { items } = studyOrder(request({ lines: ['data', 'web'] }), data);
    expect(items.slice(0, 2).map(({ id, need }) => [id, need])).toEqual([
      ['dns', 'must'],
      ['http', 'must'],
    ]);
  });

  it('takes the branch that was asked for', () => {
    expect(titles({ lines: ['web'], branches: new Map([['web.second', 'python']]) }, data)).toContain('flask');
  });

  it('takes the usual branch in place of one that does not exist', () => {
    expect(titles({ lines: ['web'], branches: new Map([['web.second', 'cobol']]) }, data)).toContain('node');
  });

  it('takes a branch that is a chosen line where none was asked for', () => {
    expect(titles({ lines: ['web', 'python'] }, data)).toContain('flask');
  });

  it('leaves out what is known and what only that would need', () => {
    expect(titles({ lines: ['web'], known: new Set(['http']) }, data)).toEqual(['rest', 'node']);
    expect(studyOrder(request({ lines: ['web'], known: new Set(['http']) }), data).known).toBe(1);
  });

  it('leaves out a level that is known', () => {
    expect(titles({ lines: ['web'], level: 'intermediate' }, data)).toEqual([]);
  });

  it('counts the stops that nobody has written', () => {
    expect(studyOrder(request({ lines: ['web'] }), data).unwritten).toBe(1);
  });

  it('travels the lines of a role when no line is named', () => {
    expect(titles({ role: 'engineer', need: 'could' }, data)).toEqual(['sql', 'dns', 'http', 'shop', 'rest', 'node']);
  });

  it('leads to single topics behind the lines', () => {
    expect(titles({ topics: ['rest'] }, data)).toEqual(['dns', 'http', 'rest']);
  });

  it('leaves projects out when asked to', () => {
    expect(titles({ lines: ['web'], hasProjects: false }, data)).not.toContain('shop');
  });
});
