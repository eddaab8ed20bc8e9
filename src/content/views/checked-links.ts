import { monthText } from '#lib/wording.ts';
import { memoize } from './memoize.ts';

const byAddress = memoize(({ corpus }) => new Map(corpus.checkedLinks.map((link) => [link.id, link])));

/** What the last check of links says about an address; empty where there was none, or where it could not tell. */
export function linkRemark(address: string | undefined): string {
  const link = address === undefined ? undefined : byAddress().get(address.replace(/#.*$/u, ''));
  if (link?.state === 'ok') return `link checked ${monthText(link.checked)}`;
  return link?.state === 'broken' ? `page missing in ${monthText(link.checked)}` : '';
}
