import express from 'express';
import { exportAtOnce, exportStreamed } from './export.js';

export function createApp(pool, { limit } = {}) {
  const app = express();
  app.get('/at-once.csv', (req, res) => exportAtOnce(pool, res));
  // Otherwise, Express would run the whole export for a HEAD and drop its rows.
  app.head('/measurements.csv.gz', (req, res) =>
    res.type('application/gzip').end(),
  );
  app.get('/measurements.csv.gz', (req, res) =>
    exportStreamed(pool, res, limit),
  );

  // #region errors
  app.use((error, req, res, next) => {
    console.error(`export: ${error.message}`);
    if (res.headersSent)
      res.destroy(); // never end() half a file
    else res.status(500).json({ error: 'the export failed' });
  });
  // #endregion errors
  return app;
}
