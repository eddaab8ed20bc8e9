import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '#lib/random.ts';

const stopsPerPhase = 20;
const phasesPerRoadmap = 16;
const wordsPerParagraph = 60;

/** Adds content that passes every rule to a content folder: `count` topics of real length, on as few roadmaps as they need. */
export function writeGeneratedContent(
  folder: string,
  { count, colors }: { count: number; colors: readonly string[] },
): void {
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const ids = Array.from({ length: count }, (_, index) => `topic-${index}`);
  ids.forEach((id, index) => {
    write(`topics/${id}.mdx`, topicFile(index));
  });
  const perRoadmap = stopsPerPhase * phasesPerRoadmap;
  const roadmaps = Array.from({ length: Math.ceil(count / perRoadmap) }, (_, index) =>
    ids.slice(index * perRoadmap, (index + 1) * perRoadmap),
  );
  roadmaps.forEach((stops, index) => {
    write(`roadmaps/line-${index}.mdx`, roadmapFile(index, { stops, color: colors[index % colors.length] ?? 'green' }));
  });
  const locked = [
    ...ids.map((id, index) => `topic ${1000 + index} ${id}\n`),
    ...roadmaps.map((_, index) => `roadmap ${1000 + index} line-${index}\n`),
    ...roadmaps.flatMap((stops, index) =>
      Array.from(
        { length: Math.ceil(stops.length / stopsPerPhase) },
        (_, phase) => `phase ${1000 + index * phasesPerRoadmap + phase} line-${index}.phase-${phase}\n`,
      ),
    ),
  ];
  appendFileSync(join(folder, 'ids.lock'), locked.join(''));
  const map = readFileSync(join(folder, 'network.yaml'), 'utf8');
  const lines = roadmaps.map(
    (_, index) =>
      `  - { roadmap: line-${index}, name: [Generated line ${index}], plate: 60, way: [[0, 99], [300, 99]], stops: [] }\n`,
  );
  write('network.yaml', map.replace('lines:\n', `lines:\n${lines.join('')}`));
}

/** How many different words the generated pages use; real prose of this length uses about as many. */
const vocabulary = 8000;

/**
 * Words as prose has them: few are frequent and most are rare (Zipf's law), the same in every run.
 * Every tenth word belongs to the section alone, so that no two pages share a passage.
 */
function prose(index: number, section: string): string {
  const random = seededRandom(`${section}${index}`);
  const word = (_: unknown, position: number) =>
    position % 10 === 0 ? `${section}${index}` : `w${Math.floor(vocabulary ** random())}`;
  return Array.from({ length: wordsPerParagraph }, word).join(' ');
}

function topicFile(index: number): string {
  const before = index % 20 === 0 ? [] : [index - 1];
  const edges = before.map((id) => `\n  - topic: topic-${id}\n    why: the generated page before this one`).join('');
  const paragraphs = (section: string) => `${prose(index, `${section}a`)}\n\n${prose(index, `${section}b`)}`;
  const pitfalls = [1, 2, 3]
    .map(
      (n) =>
        `### Trap ${n} of topic ${index}\n\n- **Symptom:** s${index}\n- **Cause:** c${index}\n- **Fix:** f${index}`,
    )
    .join('\n\n');
  const checks = [1, 2, 3, 4, 5]
    .map((n) => `<Check ask="Question ${n} of topic ${index}?" see="mental-model">\n\nAnswer ${n}.\n\n</Check>`)
    .join('\n\n');
  const resources = [1, 2, 3]
    .map(
      (n) =>
        `  - title: Manual ${n}\n    url: https://example.org/${index}/${n}\n    kind: manual\n    publisher: Example\n    level: beginner\n    minutes: 10\n    access: free\n    why: The part that concerns this generated topic.${n === 1 ? '\n    start: true' : ''}`,
    )
    .join('\n');
  return `---
title: Generated topic ${index}
summary: What a generated page of the usual length costs to build, number ${index} of the run.
area: storage
level: beginner
kind: concept
hours: { practice: 1.5 }
outcomes:
  - { text: Build one more page of the usual length, section: mental-model }
  - { text: Count the milliseconds that it takes, section: worked-example }
  - { text: Compare them with those of the others, section: trade-offs }
prerequisites: ${before.length === 0 ? '[]' : edges}
resources:
${resources}
reviewed: 2026-01-01
status: published
---

## Why it matters

${paragraphs('w')}

## Mental model

${paragraphs('m')}

## Worked example

${paragraphs('e')}

\`\`\`js
const numbers = [1, 2, 3];
console.log(numbers.map((number) => number * ${index}));
\`\`\`

## Trade-offs

${paragraphs('t')}

## Pitfalls

${pitfalls}

## Practice

${prose(index, 'p')}

Done when:

- It is done.

## Check yourself

${checks}
`;
}

function roadmapFile(index: number, { stops, color }: { stops: readonly string[]; color: string }): string {
  const phases = Array.from({ length: Math.ceil(stops.length / stopsPerPhase) }, (_, phase) => {
    const list = stops
      .slice(phase * stopsPerPhase, (phase + 1) * stopsPerPhase)
      .map(
        (id) => `      - { topic: ${id}, need: should, why: The build is measured with it., step: Build it again. }`,
      );
    return `  - id: phase-${phase}\n    title: Phase ${phase}\n    goal: Walk through twenty generated topics.\n    stops:\n${list.join('\n')}\n    exitCheck: [Build it again., Compare the times.]`;
  });
  return `---
title: Generated line ${index}
summary: A line of generated topics in order, only there to measure how long the site takes to build.
kind: skill
badge: G${index}
color: ${color}
audience:
  for: [People who measure builds]
  notFor: [People who want to learn]
builds:
  - { what: A site with many generated pages, topics: [${stops[0]}] }
capstone: catalog
phases:
${phases.join('\n')}
changes:
  - date: 2026-01-01
    what: First generated.
reviewed: 2026-01-01
status: published
---

## About this roadmap

${prose(index, 'l')} ${prose(index, 'k')}

## How to use it

${prose(index, 'u')}
`;
}
