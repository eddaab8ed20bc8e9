import { Eta } from 'eta';
import { join } from 'node:path';
import { cleanHtml, scriptJson, webUrl } from '../src/views.js';

const views = join(import.meta.dirname, '../views');
const data = {
  recipe: { name: 'Fish & chips', story: '<p>Mine</p>', steps: [] },
  comments: Array.from({ length: 10 }, () => ({ author: 'Ada', text: 'Hm.' })),
  ...{ cleanHtml, scriptJson, webUrl },
};
for (const cache of [false, true]) {
  const eta = new Eta({ views, cache });
  eta.render('recipe', data);
  const start = performance.now();
  for (let n = 0; n < 1_000; n++) eta.render('recipe', data);
  const each = (performance.now() - start) / 1_000;
  console.log(`cache: ${cache}, ${each.toFixed(2)} ms for each page`);
}
