import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { graphql } from 'graphql';
import { listen } from './listen.js';
import { resolvers, typeDefs } from './schema.js';

// #region naive
const schema = makeExecutableSchema({ typeDefs, resolvers });

async function sourceOf(req) {
  if (req.method !== 'GET') return JSON.parse(await text(req)).query;
  return new URL(req.url, 'http://x').searchParams.get('query');
}

async function handler(req, res) {
  try {
    const result = await graphql({ schema, source: await sourceOf(req) });
    res.end(JSON.stringify(result));
  } catch {
    res.writeHead(500).end();
  }
}
// #endregion naive

export const startNaive = () => listen(createServer(handler));
