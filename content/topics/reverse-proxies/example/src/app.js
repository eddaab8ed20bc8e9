import express from 'express';

/** The library's catalog, which runs behind a proxy on the same machine. */
export function createCatalog() {
  const app = express();

  // #region shelf
  app.set('trust proxy', 'loopback');

  app.get('/shelf', (req, res) => {
    const link = `${req.protocol}://${req.host}/shelf`;
    res.json({ link, client: req.ip, secure: req.secure });
  });
  // #endregion shelf

  app.get('/echo', (req, res) => res.json(req.headers));

  app.post('/scans', (req, res) => {
    req.resume().on('end', () => res.sendStatus(201));
  });

  // What goes wrong in an app:
  app.get('/slow', () => {}); // never responds
  app.get('/gateway', (req, res) => res.sendStatus(502)); // its own 502
  app.get('/crash', (req) => req.socket.destroy());
  app.get('/cookies', (req, res) => {
    res.set('Set-Cookie', `state=${'x'.repeat(10_000)}`).send('ok');
  });

  // #region news
  app.get('/news', async (req, res) => {
    res.set('Content-Type', 'text/event-stream');
    if (req.query.buffer !== 'yes') res.set('X-Accel-Buffering', 'no');
    for (const title of ['Opening hours', 'Closed on Friday']) {
      res.write(`data: ${title}\n\n`);
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    res.end();
  });
  // #endregion news
  return app;
}
