import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/**
 * What axe can't decide by itself, each with the reason why it is fine. Anything else that is undecided counts as a fault.
 */
const decidedByHand: readonly { readonly rule: string; readonly selector: RegExp; readonly why: string }[] = [
  {
    rule: 'color-contrast',
    selector: /.*/u,
    why: 'Text beside drawings and lines. Every pair of tokens is proved in tests/unit/styles/tokens.test.ts.',
  },
  { rule: 'target-size', selector: /p|li|dd|td|span|figcaption/u, why: 'Links inside lines of text are exempt.' },
];

/** What axe looks for: everything, or only what depends on colors, which another theme changes. */
const rulesOf = {
  everything: {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: { 'target-size': { enabled: true } },
  },
  colors: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
} as const satisfies Record<string, Partial<RunOptions>>;

/** Faults and undecided findings of axe on the page as it is now, as sentences. */
export async function findFaults(page: Page, what: keyof typeof rulesOf = 'everything'): Promise<string[]> {
  await page.evaluate(`globalThis.axe === undefined && (() => { ${source} })()`);
  const { violations, undecided } = await page.evaluate(run, rulesOf[what]);
  const isOpen = ({ rule, selector }: Finding) =>
    !decidedByHand.some((known) => known.rule === rule && known.selector.test(selector));
  return [...violations, ...undecided.filter(isOpen)].map(({ rule, selector }) => `${rule}: ${selector}`);
}

interface Finding {
  readonly rule: string;
  readonly selector: string;
}

/** Runs axe, in the page. */
async function run(rules: Partial<RunOptions>): Promise<{ violations: Finding[]; undecided: Finding[] }> {
  const { violations, incomplete } = await globalThis.axe.run(document, {
    ...rules,
    resultTypes: ['violations', 'incomplete'],
    // Only rules that are not asked for look into style sheets.
    preload: false,
  });
  const findings = (results: typeof violations) =>
    results.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ rule: id, selector: target.join(' ') })));
  // What a bar at the edge half covers counts as too small: it is looked at again in the middle of the window.
  const isStillSmall = async (selector: string) => {
    document.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const again = await globalThis.axe.run(document, { runOnly: { type: 'rule', values: ['target-size'] } });
    return findings(again.violations).some((finding) => finding.selector === selector);
  };
  const found = [];
  for (const finding of findings(violations))
    if (finding.rule !== 'target-size' || (await isStillSmall(finding.selector))) found.push(finding);
  return { violations: found, undecided: findings(incomplete) };
}

declare global {
  var axe: typeof import('axe-core');
}
