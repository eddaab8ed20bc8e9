import { once } from 'node:events';

export async function listen(t, app) {
  app.listen(0);
  await once(app, 'listening');
  t.after(() => app.close());
  return `http://localhost:${app.address().port}`;
}
