// fails: A weak tag doesn't match, and * always does
import { article } from './store.js';

const show = () => Response.json(article, { headers: { ETag: `"${article.version}"` } });

export async function fetch(request) {
  if (request.method === 'GET') return show();
  const wanted = request.headers.get('If-Match');
  if (wanted === null) return Response.json({ error: 'If-Match' }, { status: 428 });
  const { text } = await request.json();
  if (wanted !== '*' && !wanted.includes(`"${article.version}"`)) return Response.json({ error: 'outdated' }, { status: 412 });
  article.text = text;
  article.version += 1;
  return show();
}
