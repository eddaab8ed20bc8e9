// #region router
import { Router } from 'express';
import { HttpError } from './errors.js';

export function toolsRouter(store) {
  const router = Router();

  router.get('/', async (req, res) => {
    const { name } = req.query;
    if (name !== undefined && typeof name !== 'string') {
      throw new HttpError(400, 'give name once');
    }
    res.json(await store.list(name));
  });

  router.get('/:id', async (req, res) => {
    const isId = /^[1-9]\d{0,8}$/.test(req.params.id);
    const tool = isId ? await store.find(Number(req.params.id)) : undefined;
    if (!tool) throw new HttpError(404, 'no such tool');
    res.json(tool);
  });

  router.post('/', async (req, res) => {
    const name = req.body?.name;
    if (typeof name !== 'string' || name.trim() === '') {
      throw new HttpError(422, 'name is required');
    }
    const tool = await store.add(name.trim());
    res.status(201).location(`/tools/${tool.id}`).json(tool);
  });

  return router;
}
// #endregion router
