import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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

/** Faults and undecided findings of axe on the page as it is now, as sentences. */
export async function findFaults(page: Page): Promise<string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations', 'incomplete'] })
    .withTags(tags)
    // Without frames of other origins, the page itself can put the findings together: a second page for that takes longer than axe.
    .setLegacyMode()
    .analyze();
  const places = ({ id, nodes }: (typeof violations)[number]) =>
    nodes.map(({ target }) => ({ rule: id, selector: target.join(' ') }));
  const undecided = incomplete
    .flatMap(places)
    .filter(
      ({ rule, selector }) => !decidedByHand.some((known) => known.rule === rule && known.selector.test(selector)),
    );
  return [...violations.flatMap(places), ...undecided].map(({ rule, selector }) => `${rule}: ${selector}`);
}
