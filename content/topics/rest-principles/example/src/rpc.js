import express from 'express';

/** The first API: one URL, and the meaning is in the body. */
export function createRpc(levels) {
  const app = express();
  // #region rpc
  app.post('/api', express.json(), (req, res) => {
    const { action, station, cm } = req.body ?? {};
    const level = levels.get(station);
    if (!level) return res.json({ ok: false, error: 'no such station' });
    if (action === 'setLevel') level.cm = cm;
    res.json({ ok: true, ...level });
  });
  // #endregion rpc
  return app;
}
