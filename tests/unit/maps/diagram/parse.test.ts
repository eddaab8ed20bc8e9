import { describe, expect, it } from 'vitest';
import { parseDiagram } from '#content/diagram/parse.ts';
import { seedRandom } from '../../../support/random.ts';

const titles = ['  accTitle: A cache', '  accDescr: The API asks the cache first.'];
const flow = (...lines: string[]) => parseDiagram(['flowchart LR', ...titles, ...lines].join('\n'));
const sequence = (...lines: string[]) =>
  parseDiagram(
    ['sequenceDiagram', ...titles, 'participant a as Client', 'participant b as Server', ...lines].join('\n'),
  );
const problems = (diagram: ReturnType<typeof parseDiagram>) =>
  'issues' in diagram ? diagram.issues.map(({ line, message }) => `${line}: ${message}`) : [];

describe('a flowchart', () => {
  it('has its title, its description and its direction', () => {
    expect(flow('a --> b')).toMatchObject({
      kind: 'flowchart',
      direction: 'LR',
      title: 'A cache',
      description: 'The API asks the cache first.',
    });
  });

  it.each([
    ['a[Box]', 'box', 'Box'],
    ['a(Rounded)', 'rounded', 'Rounded'],
    ['a[(Store)]', 'store', 'Store'],
    ['a{Decision}', 'decision', 'Decision'],
    ['a["GET (all)"]', 'box', 'GET (all)'],
    ['a', 'box', 'a'],
  ])('reads the node %s', (code, shape, label) => {
    expect(flow(code)).toMatchObject({ nodes: [{ id: 'a', shape, label }] });
  });

  it.each([
    ['a --> b', { label: '', isDashed: false, hasArrow: true }],
    ['a -.-> b', { label: '', isDashed: true, hasArrow: true }],
    ['a --- b', { label: '', isDashed: false, hasArrow: false }],
    ['a -->|GET /users| b', { label: 'GET /users', isDashed: false, hasArrow: true }],
    ['a-->b', { label: '', isDashed: false, hasArrow: true }],
  ])('reads the edge %s', (code, edge) => {
    expect(flow(code)).toMatchObject({ edges: [{ from: 'a', to: 'b', ...edge }] });
  });

  it.each([
    [
      'reads a chain as its edges',
      ['a --> b -->|then| c'],
      {
        edges: [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'c', label: 'then' },
        ],
      },
    ],
    [
      'keeps the label of a node that is named again without one',
      ['a[Client] --> b', 'b --> a'],
      { nodes: [{ id: 'a', label: 'Client' }, { id: 'b' }] },
    ],
    [
      'takes the label of a node that is given later',
      ['a --> b', 'b[(Database)]'],
      { nodes: [{ id: 'a' }, { id: 'b', label: 'Database', shape: 'store' }] },
    ],
  ])('%s', (_, lines, read) => {
    expect(flow(...lines)).toMatchObject(read);
  });

  it.each([
    ['subgraph inside', ['4: " inside" cannot be read.']],
    ['a ==> b', ['4: " ==> b" cannot be read.']],
    ['[Box] --> b', ['4: "[Box] --> b" cannot be read.']],
    ['a -->', ['4: "a -->" ends with an edge.']],
    [
      'a[A label of more than twenty-eight characters]',
      ['4: The label "A label of more than twenty-eight characters" is longer than 28 characters.'],
    ],
  ])('refuses %s', (code, expected) => {
    expect(problems(flow(code))).toEqual(expected);
  });

  it('has at least one node, and room for twelve', () => {
    const chain = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`).join(' --> ');
    expect(problems(flow())).toEqual(['1: The diagram has no nodes.']);
    expect(problems(flow(chain(12)))).toEqual([]);
    expect(problems(flow(chain(13)))).toEqual(['1: The diagram has 13 nodes.']);
  });
});

describe('a sequence diagram', () => {
  it('reads participants by their names', () => {
    expect(sequence('a->>b: GET /')).toMatchObject({
      participants: [
        { id: 'a', label: 'Client' },
        { id: 'b', label: 'Server' },
      ],
    });
  });

  it('reads calls, answers and notes from top to bottom', () => {
    expect(sequence('a->>b: GET /', 'Note over a,b: One connection', 'b-->>a: 200 OK')).toMatchObject({
      rows: [
        { type: 'message', from: 'a', to: 'b', label: 'GET /', isAnswer: false },
        { type: 'note', over: ['a', 'b'], label: 'One connection' },
        { type: 'message', from: 'b', to: 'a', label: '200 OK', isAnswer: true },
      ],
    });
  });

  it.each([
    ['a->>c: hello', ['1: "c" is not a participant.']],
    ['loop every minute', ['6: "loop every minute" cannot be read.']],
    [
      'a->>b: A message of more than forty-four characters, too',
      ['6: "A message of more than forty-four characters, too" is longer than 44 characters.'],
    ],
  ])('refuses %s', (code, expected) => {
    expect(problems(sequence(code)).sort()).toEqual(expected);
  });

  const more = (...ids: string[]) => [...ids.map((id) => `participant ${id}`), 'a->>b: x'];
  const rows = (count: number) => Array.from({ length: count }, () => 'a->>b: ping');

  it.each([
    ['no messages', [], ['1: The diagram has no messages.']],
    ['a participant twice', more('a as Client'), ['1: A participant stands there twice.']],
    ['sixteen rows', rows(16), []],
    ['seventeen rows', rows(17), ['1: The diagram has 17 messages and notes.']],
    ['five participants', more('c', 'd', 'e'), []],
    ['six participants', more('c', 'd', 'e', 'f'), ['1: The diagram has 6 participants.']],
  ])('is judged with %s', (_, lines, expected) => {
    expect(problems(sequence(...lines))).toEqual(expected);
  });
});

describe('any diagram', () => {
  it.each(['flowchart LR\na --> b', 'sequenceDiagram\nparticipant a\na->>a: think'])(
    'needs a title and a description: %j',
    (code) => {
      expect(problems(parseDiagram(code))).toEqual([
        '1: The diagram has no title.',
        '1: The diagram has no description.',
      ]);
    },
  );

  it.each(['', 'pie', 'flowchart RL\na --> b', 'gantt\ntitle Plan'])(
    'of another kind is refused with one problem: %j',
    (code) => {
      expect(problems(parseDiagram(code))).toHaveLength(1);
    },
  );

  it('of random characters never throws', () => {
    const random = seedRandom(7);
    for (let round = 0; round < 2000; round += 1) {
      const head = random.pick(['flowchart LR\n', 'sequenceDiagram\n', '']);
      expect(() =>
        parseDiagram(head + random.text('ab[](){}|->.=:"\n, participantNoteover', random.whole(0, 80))),
      ).not.toThrow();
    }
  });
});
