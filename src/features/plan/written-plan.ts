import { escapeMarkdown } from '#lib/escape-markdown.ts';
import { dateOf, mondayOf } from './day.ts';
import { writeTime } from './fields.ts';
import type { Plan } from './plan.ts';
import { dayText, hoursOf, shortDayText, summaryText, verdictWords, wordsAround } from './words.ts';

interface Circumstances {
  /** The whole address of the plan. */
  readonly address: string;
  /** Turns an address of the site into a whole one. */
  readonly link: (address: string) => string;
}

/** The plan as a Markdown checklist by weeks. */
export function planMarkdown(plan: Plan, { address, link }: Circumstances): string {
  const weeks = [...Map.groupBy(plan.blocks, ({ day }) => mondayOf(day))].map(([monday, blocks]) => {
    const lines = blocks.map((block) => {
      const { before, after } = wordsAround(block);
      const links = block.items.map((item) => `[${escapeMarkdown(item.title)}](${link(item.address)})`).join(', ');
      return `- [ ] ${shortDayText(block.day)}, ${writeTime(block.at)}, ${hoursOf(block.halves)}: ${before}${links}${after}`;
    });
    return `## Week of ${dayText(monday)}\n\n${lines.join('\n')}\n`;
  });
  const head = [
    `# Study plan: ${escapeMarkdown(plan.title)}`,
    summaryText(plan),
    ...verdictWords(plan),
    ...plan.complaints,
  ];
  return [...head, `Change it: <${address}>`, ...weeks].join('\n\n');
}

/** The plan as JSON for other programs, version 1: dates are YYYY-MM-DD, times HH:MM without a zone. */
export function planJson(plan: Plan, { address, link }: Circumstances): string {
  const blocks = plan.blocks.map(({ kind, day, at, halves, items, part, parts }) => ({
    date: dateOf(day),
    time: writeTime(at),
    hours: halves / 2,
    kind,
    part,
    parts,
    pages: items.map(({ id, title, address: page }) => ({ id, title, address: link(page) })),
  }));
  const finish = plan.finish === undefined ? null : dateOf(plan.finish);
  const notes = [...verdictWords(plan), ...plan.complaints];
  return `${JSON.stringify({ kind: 'wayline-plan', version: 1, title: plan.title, address, finish, notes, blocks }, null, 2)}\n`;
}
