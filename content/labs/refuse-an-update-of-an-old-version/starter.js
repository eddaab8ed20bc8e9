import { article } from './store.js';

export async function fetch(request) {
  if (request.method === 'PUT') {
    article.text = (await request.json()).text;
    article.version += 1;
  }
  return Response.json(article);
}
