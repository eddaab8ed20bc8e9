import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '#content/load-content.ts';
import { sitePages } from '#content/site-pages.ts';
import { corpusDocuments } from '#features/search/corpus-documents.ts';
import { packDocuments, unpackDocuments } from '#features/search/document.ts';
import { JumpIndex } from '#features/search/jump-index.ts';
import { plainWords } from '#features/search/plain-words.ts';

/** How people write names whose signs matter; one of the pages has to come first. */
const spellings = {
  'C#': { pages: /csharp-language/u, typed: 'C#, c#, c #, csharp, CSharp, c sharp, c-sharp, c# language' },
  'C++': { pages: /roadmaps\/rust/u, typed: 'C++, c++, c ++, cpp, CPP, cplusplus, c plus plus, c-plus-plus' },
  '.NET': {
    pages: /aspnet-core/u,
    typed: '.NET, .net, dotnet, dot net, dot-net, DotNet, .Net Core, net core, .net 10',
  },
  'Node.js': {
    pages: /(?:nodejs|nodejs-fundamentals)\/$/u,
    typed: 'Node.js, NodeJS, nodejs, node js, Node JS, node-js, node.JS, node, nodjs',
  },
  'N+1': {
    pages: /n-plus-one/u,
    typed: 'N+1, n+1, N + 1, n plus 1, n plus one, n-plus-one, nplus1, nplusone, N+1 queries, n+1 problem, n 1',
  },
  'CI/CD': { pages: /topics\/ci-cd/u, typed: 'CI/CD, CICD, cicd, ci cd, ci-cd, ci / cd, ci & cd, ci and cd, CI\\CD' },
  'OAuth 2.0': {
    pages: /topics\/oauth2/u,
    typed: 'OAuth 2.0, oauth2.0, OAuth2, OAUTH2, oauth 2, oauth-2, OAuth-2.0, oauth v2, o auth 2, oauth',
  },
  'HTTP/2': {
    pages: /http2-http3/u,
    typed: 'HTTP/2, http/2, HTTP2, http 2, http-2, HTTP/2.0, http 2.0, http2.0, http/ 2, HTTP v2, h2',
  },
  'B+ tree': { pages: /topics\/(?:indexing|storage-engines)/u, typed: 'B+ tree, b+tree, b plus tree, B-tree, btree' },
};

let index: JumpIndex;
beforeAll(async () => {
  const { corpus } = loadContent(process.cwd());
  const documents = [...corpusDocuments(corpus), ...sitePages];
  const packed = packDocuments(documents, { edition: '', areas: [], plain: plainWords(corpus, documents) });
  index = await JumpIndex.build(unpackDocuments(packed), packed.plain);
});

describe('names of the content', () => {
  it.each(Object.entries(spellings))('come first in every spelling: %s', (_, { pages, typed }) => {
    for (const spelling of typed.split(', '))
      expect(index.find(spelling).hits[0]?.document.address, spelling).toMatch(pages);
  });
});
