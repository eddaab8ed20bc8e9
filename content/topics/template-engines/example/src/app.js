import express from 'express';
import { join } from 'node:path';
import { renderPage } from './views.js';

export function createApp(recipes) {
  const app = express();
  app.use((req, res, next) => {
    res.set(
      'Content-Security-Policy',
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    next();
  });

  app.use(express.static(join(import.meta.dirname, '../public')));

  // #region route
  app.get('/recipes/:id', (req, res) => {
    const recipe = recipes.get(req.params.id);
    if (!recipe) return res.sendStatus(404);
    const { name, story, steps, comments } = recipe;
    res.send(
      renderPage('recipe', { recipe: { name, story, steps }, comments }),
    );
  });
  // #endregion route
  return app;
}
