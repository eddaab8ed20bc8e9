import type { Kind } from './corpus.ts';
import { formatOf } from './lint/page-format.ts';

const fields: Readonly<Record<Kind, string>> = {
  topic: `area:
kind: concept
level: beginner
hours: { practice: 2 }
outcomes:
  - text:
    section:
prerequisites:
  - topic:
    why:
related: []
resources:
  - title:
    url:
    kind: manual
    publisher:
    level: beginner
    minutes:
    access: free
    why:
    start: true`,
  roadmap: `kind: skill
badge:
color:
audience:
  for:
    -
  notFor:
    -
builds:
  -
phases:
  - id:
    title:
    weeks: { from: 1, to: 2 }
    goal:
    stops:
      - topic:
changes:
  - date: TODAY
    what: First published.`,
  role: `tier: main
roadmaps: []
responsibilities:
  -
skills:
  core:
    - label:
      topics: []
      source:
matrix:
  - area:
    junior: { can:, topics: [] }
    mid: { can:, topics: [] }
    senior: { can:, topics: [] }
    staff: { can:, topics: [] }`,
  question: `kind: concept
level: beginner
roles: []
topics: []
frequency: sometimes
probes:
followUps:
  - ask:
    direction:
rubric:
  weak:
  good:
  strong:
card:
  front:
  back:`,
  project: `level: beginner
hours: { min: 10, max: 20 }
topics: []
requirements:
  -
checklist:
  -`,
  comparison: `subject:
columns:
  - { id:, label: }
rows:
  - id:
    name:
    cells: {}`,
};

/** The text of a new page, a draft: the keys of its kind, empty, and its headings. */
export function starterFile(kind: Kind, { title, today }: { title: string; today: string }): string {
  const { headings } = formatOf({ kind, data: kind === 'topic' ? { kind: 'concept' } : {} });
  const front = [
    '---',
    'status: draft',
    `title: ${JSON.stringify(title)}`,
    'summary:',
    'aliases: []',
    fields[kind].replace('TODAY', today),
    'sources: []',
    `reviewed: ${today}`,
    '---',
  ];
  return `${[...front, ...headings.map((heading) => `\n## ${heading}\n`)].join('\n')}`;
}

/** The files of a new JavaScript lab, a draft, by name: they run as they stand. */
export function starterLab(title: string): Readonly<Record<string, string>> {
  const check = 'Two and three make five';
  return {
    'index.mdx': `---
status: draft
title: ${JSON.stringify(title)}
summary:
topic:
language: js
level: beginner
minutes: 10
hints: []
why:
---

The situation, what the code does now, and what it should do.
`,
    'searches.txt': '',
    'starter.js': 'export function add(a, b) {\n  return 0;\n}\n',
    'solution.js': 'export function add(a, b) {\n  return a + b;\n}\n',
    'checks.js': `export default [
  {
    name: '${check}',
    run({ module, assert }) {
      assert.equal(module.add(2, 3), 5, \`add(2, 3) should be 5. Found \${module.add(2, 3)}.\`);
    },
  },
];
`,
    'wrong-multiplies.js': `// fails: ${check}\nexport function add(a, b) {\n  return a * b;\n}\n`,
    'wrong-joins-text.js': `// fails: ${check}\nexport function add(a, b) {\n  return \`\${a}\${b}\`;\n}\n`,
  };
}

/** A new row of content/resources.yaml, a draft. */
export function starterResource({ id, title }: { id: string; title: string }): string {
  return `
- id: ${id}
  status: draft
  title: ${JSON.stringify(title)}
  url:
  publisher:
  access: free
  group: documentation
  why:
`;
}
