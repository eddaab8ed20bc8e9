import express from 'express';
import { resource } from './resource.js';

// #region routes
/** All paths under /shows and /episodes; whoever mounts it sets the prefix. */
export function episodeRoutes(episodes) {
  const router = express.Router({ caseSensitive: true, strict: true });

  // An id is a number. Anything else is a path that doesn't exist.
  router.param('id', (req, res, next, text) => {
    if (/^[1-9]\d{0,8}$/.test(text)) {
      req.id = Number(text);
      next();
    } else {
      next('router');
    }
  });

  // Any name is a show here; a real service would check it.
  resource(router, '/shows/:show/episodes', {
    post(req, res) {
      const episode = episodes.publish(req.params.show, req.body?.title);
      res.status(201).location(`${req.baseUrl}/episodes/${episode.id}`);
      res.json(episode);
    },
  });

  // Before /episodes/:id: Express takes the first path that fits.
  resource(router, '/episodes/latest', {
    get(req, res) {
      send(res, episodes.latest());
    },
  });

  resource(router, '/episodes/:id', {
    get(req, res) {
      send(res, episodes.find(req.id));
    },
    delete(req, res) {
      const status = episodes.remove(req.id) ? 204 : 404;
      res.status(status).end();
    },
  });
  return router;
}

function send(res, episode) {
  if (episode) res.json(episode);
  else res.status(404).json({ title: 'There is no such episode' });
}
// #endregion routes
