// fails: Of two updates at the same time, one is refused
import { article } from './store.js';

const show = () => Response.json(article, { headers: { ETag: `"${article.version}"` } });

export async function fetch(request) {
  if (request.method === 'GET') return show();
  const wanted = request.headers.get('If-Match');
  if (wanted === null) return Response.json({ error: 'If-Match' }, { status: 428 });
  const tags = wanted.split(',').map((tag) => tag.trim());
  if (!tags.includes('*') && !tags.includes(`"${article.version}"`)) return Response.json({ error: 'outdated' }, { status: 412 });
  article.text = (await request.json()).text;
  article.version += 1;
  return show();
}
