// Resources, links and images of a page, and the dates of its reviews.
import { anchorOf } from '../anchor.ts';
import { type Corpus, entriesOf } from '../corpus.ts';
import { nearest } from '../issue.ts';
import { sitePagesOf } from '../site-pages.ts';
import { addressOf } from '../url.ts';
import { bodyIssue, fieldIssue, type IssueText, listIssue, type Rule, repeated, rowIssue } from './rule.ts';
import { statementsOf } from './sources.ts';

const resourceStart: Rule = {
  code: 'R008',
  title: 'Exactly one resource of a topic is marked as the place to start.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      const marked = entry.data.resources.filter((resource) => resource.start).length;
      if (marked === 1) return [];
      const message =
        marked === 0 ? 'No resource is marked `start: true`.' : `${marked} resources are marked \`start: true\`.`;
      return [fieldIssue(entry, ['resources'], { message, fix: 'Mark the one to read first.' })];
    }),
};

const primary = new Set(['specification', 'manual', 'paper']);

const resourcePrimary: Rule = {
  code: 'R009',
  title: 'A topic lists at least one primary source: a specification, an official manual or a paper.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      if (entry.data.resources.some(({ kind }) => primary.has(kind))) return [];
      const message = 'None of the resources is a specification, a manual or a paper.';
      return [fieldIssue(entry, ['resources'], { message, fix: 'Add the document that defines the matter.' })];
    }),
};

const resourceRepeated: Rule = {
  code: 'R010',
  title: 'A topic lists an address once.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      const urls = entry.data.resources.map(({ url }, index) => ({ url, field: ['resources', index, 'url'] }));
      return repeated(urls, ({ url }) => url).map(({ item: { url, field } }) =>
        fieldIssue(entry, field, { message: `${url} stands here twice.`, fix: 'Take one out.' }),
      );
    }),
};

const unfit: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\/\/(?:bit\.ly|t\.co|goo\.gl|tinyurl\.com|amzn\.to)\//u, what: 'a shortened address' },
  { pattern: /\/\/(?:www\.)?(?:google|bing|duckduckgo)\.[a-z.]+\/(?:search|\?q=)/u, what: 'a search page' },
  { pattern: /[?&](?:tag|ref|affiliate|utm_\w+)=/u, what: 'a referral or campaign address' },
  {
    pattern: /\/\/(?:www\.)?(?:w3schools|geeksforgeeks|tutorialspoint|javatpoint)\./u,
    what: 'a site we do not send readers to',
  },
];

const unfitLink: Rule = {
  code: 'R011',
  title: 'No link leads to a shortener, a search page, a referral or a content farm.',
  check: (corpus) => [
    ...entriesOf(corpus).flatMap((entry) => {
      const resources = 'resources' in entry.data ? entry.data.resources : [];
      return [
        ...resources.flatMap(({ url }, index) =>
          issuesIn(url).map((found) => fieldIssue(entry, ['resources', index, 'url'], found)),
        ),
        ...entry.body.links.flatMap(({ url, line }) => issuesIn(url).map((found) => bodyIssue(entry, line, found))),
      ];
    }),
    ...corpus.resources.flatMap(({ id, url }) =>
      issuesIn(url).map((found) => listIssue({ list: 'resources', id }, 'url', found)),
    ),
  ],
};

function issuesIn(url: string): IssueText[] {
  const what = unfit.find(({ pattern }) => pattern.test(url))?.what;
  return what ? [{ message: `${url} is ${what}.`, fix: 'Link the original.' }] : [];
}

/** Pages that text may link to; lists of links may not, because they show titles that only other pages have. */
const untitled = ['/', '/search/'];

const brokenLink: Rule = {
  code: 'B009',
  title: 'A link inside the site leads to a page, and a link inside a page to a heading.',
  check: (corpus) => {
    const titled = titledAddresses(corpus);
    const known = new Set([...titled, ...untitled]);
    const pageOf = (url: string) => url.replace(/#.*$/u, '');
    const tell = (url: string) => {
      const suggestion = nearest(url, titled);
      const fix = suggestion
        ? `Did you mean ${suggestion}?`
        : 'Inside the site write /topics/<id>/, outside an https address.';
      return { message: `${url} leads nowhere.`, fix };
    };
    const inPages = entriesOf(corpus).flatMap((entry) => {
      const anchors = entry.body.headings.map(({ text }) => `#${anchorOf(text)}`);
      return entry.body.links
        .filter(({ url }) => !url.startsWith('https://') && !known.has(pageOf(url)) && !anchors.includes(url))
        .map(({ url, line }) => bodyIssue(entry, line, tell(url)));
    });
    const inGoals = corpus.goals.flatMap(({ id, leads }) =>
      leads
        .filter((url) => !titled.has(pageOf(url)))
        .map((url) => listIssue({ list: 'goals', id }, 'leads', tell(url))),
    );
    const inSearches = corpus.searches.flatMap(({ addresses, line }) =>
      addresses.filter((url) => !known.has(url)).map((url) => rowIssue('content/searches.tsv', line, tell(url))),
    );
    const inSources = statementsOf(corpus).flatMap(({ source, statement, place }) =>
      statement.pages
        .filter((url) => !titled.has(pageOf(url)))
        .map((url) => fieldIssue(source, [...place, 'pages'], tell(url))),
    );
    return [...inPages, ...inGoals, ...inSearches, ...inSources];
  },
};

function titledAddresses(corpus: Corpus): ReadonlySet<string> {
  const entries = [...entriesOf(corpus), ...corpus.unread].map(({ kind, id }) => addressOf(kind, id));
  return new Set([...sitePagesOf(corpus).map(({ address }) => address), ...entries]);
}

const empty = /^(?:here|this|link|click(?: here)?|read more|more|this (?:page|article|link)|https?:\S*)?$/iu;

const linkText: Rule = {
  code: 'B008',
  title: 'The text of a link says what is behind it.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.links
        .filter(({ text }) => empty.test(text.trim()))
        .map(({ text, line }) =>
          bodyIssue(entry, line, { message: `The link's text is "${text}".`, fix: 'Name the page it leads to.' }),
        ),
    ),
};

const imageText: Rule = {
  code: 'B010',
  title: 'An image has an alternative text.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.images
        .filter(({ text }) => text.trim() === '')
        .map(({ url, line }) => {
          const message = `${url} has no alternative text.`;
          return bodyIssue(entry, line, { message, fix: 'Write what the image says: `![…](…)`.' });
        }),
    ),
};

const reviewInFuture: Rule = {
  code: 'R012',
  title: 'No review and no change is dated in the future.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const changes = 'changes' in entry.data ? entry.data.changes : [];
      const dates = [
        { date: entry.data.reviewed, field: ['reviewed'] },
        ...changes.map(({ date }, index) => ({ date, field: ['changes', index, 'date'] })),
      ];
      return dates
        .filter(({ date }) => date > corpus.today)
        .map(({ date, field }) => {
          const message = `${date} is after today, ${corpus.today}.`;
          return fieldIssue(entry, field, { message, fix: 'Write the day it was done.' });
        });
    }),
};

export const linkRules: readonly Rule[] = [
  resourceStart,
  resourcePrimary,
  resourceRepeated,
  unfitLink,
  brokenLink,
  linkText,
  imageText,
  reviewInFuture,
];
