import { article } from './store.js';

const show = () => Response.json(article, { headers: { ETag: `"${article.version}"` } });
const refuse = (status, error) => Response.json({ error }, { status });

export async function fetch(request) {
  if (request.method === 'GET') return show();
  const wanted = request.headers.get('If-Match');
  if (wanted === null) return refuse(428, 'Send If-Match with the ETag that you have read.');
  const { text } = await request.json();
  const tags = wanted.split(',').map((tag) => tag.trim());
  if (!tags.includes('*') && !tags.includes(`"${article.version}"`))
    return refuse(412, `The article is at version ${article.version} now. Read it again.`);
  article.text = text;
  article.version += 1;
  return show();
}
