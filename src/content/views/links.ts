import { entriesOf } from '../corpus.ts';
import { sitePagesOf } from '../site-pages.ts';
import { addressOf } from '../url.ts';
import { memoize } from './memoize.ts';
import { getContent } from './site-content.ts';

/** A page that something leads to. */
export interface PageLink {
  readonly title: string;
  readonly address: string;
}

const titles = memoize(({ corpus }): ReadonlyMap<string, string> => {
  const fixed = sitePagesOf(corpus).map(({ title, address }) => [address, title] as const);
  const entries = entriesOf(corpus).map(({ kind, id, data }) => [addressOf(kind, id), data.title] as const);
  return new Map([...fixed, ...entries]);
});

/** The pages behind addresses of the content, in their order. */
export function linksTo(addresses: readonly string[]): readonly PageLink[] {
  return addresses.map((address) => {
    const title = titles().get(address.replace(/#.*$/u, ''));
    if (title === undefined) throw new Error(`${address} is not a page.`);
    return { title, address };
  });
}

/** The goals of content/goals.yaml: what someone comes to the site for, and where to begin, the best place first. */
export function goalCards() {
  return getContent().corpus.goals.map((goal) => ({ ...goal, leads: linksTo(goal.leads) }));
}
