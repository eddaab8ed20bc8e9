// fails: An update without If-Match gets 428
import { article } from './store.js';

const show = () => Response.json(article, { headers: { ETag: `"${article.version}"` } });

export async function fetch(request) {
  if (request.method === 'GET') return show();
  const { text } = await request.json();
  const wanted = request.headers.get('If-Match') ?? '*';
  if (wanted !== '*' && wanted !== `"${article.version}"`) return Response.json({ error: 'outdated' }, { status: 412 });
  article.text = text;
  article.version += 1;
  return show();
}
