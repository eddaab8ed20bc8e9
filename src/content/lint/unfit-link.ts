import { entriesOf } from '../corpus.ts';
import { bodyIssue, fieldIssue, listIssue, type Rule } from './rule.ts';

const unfit: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\/\/(?:bit\.ly|t\.co|goo\.gl|tinyurl\.com|amzn\.to)\//u, what: 'a shortened address' },
  { pattern: /\/\/(?:www\.)?(?:google|bing|duckduckgo)\.[a-z.]+\/(?:search|\?q=)/u, what: 'a search page' },
  { pattern: /[?&](?:tag|ref|affiliate|utm_\w+)=/u, what: 'a referral or campaign address' },
  {
    pattern: /\/\/(?:www\.)?(?:w3schools|geeksforgeeks|tutorialspoint|javatpoint)\./u,
    what: 'a site we do not send readers to',
  },
];

export const unfitLink: Rule = {
  code: 'R011',
  title: 'No link leads to a shortener, a search page, a referral or a content farm.',
  check: (corpus) => [
    ...entriesOf(corpus).flatMap((entry) => {
      const resources = 'resources' in entry.data ? entry.data.resources : [];
      return [
        ...resources.flatMap(({ url }, index) =>
          complain(url).map((found) => fieldIssue(entry, ['resources', index, 'url'], found)),
        ),
        ...entry.body.links.flatMap(({ url, line }) => complain(url).map((found) => bodyIssue(entry, line, found))),
      ];
    }),
    ...corpus.resources.flatMap(({ id, url }) =>
      complain(url ?? '').map((found) => listIssue({ list: 'resources', id }, 'url', found)),
    ),
  ],
};

function complain(url: string): { code: string; message: string; fix: string }[] {
  const what = unfit.find(({ pattern }) => pattern.test(url))?.what;
  return what ? [{ code: 'R011', message: `${url} is ${what}.`, fix: 'Link the original.' }] : [];
}
