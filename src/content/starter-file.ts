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

/** The text of a new content file: the keys of its kind, empty, and its headings. The check says what is missing. */
export function starterFile(kind: Kind, { title, today }: { title: string; today: string }): string {
  const headings = formatOf({ kind, data: { status: 'published' } })?.headings ?? [];
  const front = [
    '---',
    `title: ${JSON.stringify(title)}`,
    'summary:',
    'aliases: []',
    fields[kind].replace('TODAY', today),
    'sources: []',
    `reviewed: ${today}`,
    'status: published',
    'searches: []',
    '---',
  ];
  return `${[...front, ...headings.map((heading) => `\n## ${heading}\n`)].join('\n')}`;
}
