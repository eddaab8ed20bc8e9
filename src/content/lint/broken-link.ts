import { anchorOf } from '../anchor.ts';
import { type Corpus, entriesOf } from '../corpus.ts';
import { nearest } from '../issue.ts';
import { sitePages } from '../site-pages.ts';
import { addressOf } from '../url.ts';
import { bodyIssue, type ListName, listIssue, type Rule, searchIssue } from './rule.ts';

/** Pages that text may link to. A lead shows the title of its page, so it needs one that the search knows by title. */
const untitled = ['/', '/search/'];

export const brokenLink: Rule = {
  code: 'B009',
  title: 'A link inside the site leads to a page, and a link inside a page to a heading.',
  check: (corpus) => {
    const titled = titledAddresses(corpus);
    const known = new Set([...titled, ...untitled]);
    const tell = (url: string) => {
      const suggestion = nearest(url, titled);
      const fix = suggestion
        ? `Did you mean ${suggestion}?`
        : 'Inside the site write /topics/<id>/, outside an https address.';
      return { code: 'B009', message: `${url} leads nowhere.`, fix };
    };
    const inPages = entriesOf(corpus).flatMap((entry) => {
      const anchors = entry.body.headings.map(({ text }) => `#${anchorOf(text)}`);
      return entry.body.links
        .filter(
          ({ url }) =>
            !/^https:\/\//u.test(url) && !known.has(url.replace(/#.*$/u, '') || '-') && !anchors.includes(url),
        )
        .map(({ url, line }) => bodyIssue(entry, line, tell(url)));
    });
    const inLists = (list: ListName, entries: readonly { readonly id: string; readonly leads: readonly string[] }[]) =>
      entries.flatMap(({ id, leads }) =>
        leads
          .filter((url) => !titled.has(url.replace(/#.*$/u, '')))
          .map((url) => listIssue({ list, id }, 'leads', tell(url))),
      );
    const inSearches = corpus.searches.flatMap(({ addresses, line }) =>
      addresses.filter((url) => !known.has(url)).map((url) => searchIssue(line, tell(url))),
    );
    return [...inPages, ...inLists('goals', corpus.goals), ...inLists('career', corpus.careerFacts), ...inSearches];
  },
};

function titledAddresses(corpus: Corpus): ReadonlySet<string> {
  const entries = [...entriesOf(corpus), ...corpus.unread].map(({ kind, id }) => addressOf(kind, id));
  return new Set([...sitePages.map(({ address }) => address), ...entries]);
}
