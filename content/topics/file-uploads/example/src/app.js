import express from 'express';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { STATUS_CODES } from 'node:http';
import { join } from 'node:path';
import multer from 'multer';
import { makePhoto, NotAPhoto } from './photo.js';
import { receivePhoto } from './receive.js';

const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function createApp(data) {
  const incoming = join(data, 'incoming');
  const photos = join(data, 'photos');
  mkdirSync(photos, { recursive: true });
  const app = express();

  // #region post
  app.post('/photos', receivePhoto(incoming), async (req, res) => {
    if (!req.file) return res.status(400).json({ error: 'no file in photo' });
    try {
      const id = await makePhoto(req.file.path, photos);
      res.status(201).location(`/photos/${id}/large.jpg`).json({ id });
    } finally {
      await rm(req.file.path, { force: true });
    }
  });
  // #endregion post

  // #region get
  app.get('/photos/:id/:name', (req, res) => {
    const { id, name } = req.params;
    if (!isId.test(id) || !['large.jpg', 'small.jpg'].includes(name))
      return res.status(404).json({ error: 'no such photo' });
    res.sendFile(`${id}/${name}`, {
      root: photos,
      headers: {
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, max-age=86400',
      },
    });
  });
  // #endregion get

  // #region errors
  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    if (error.code === 'LIMIT_FILE_SIZE')
      return res.status(413).json({ error: 'photos may have up to 8 MB' });
    if (error instanceof multer.MulterError)
      return res.status(400).json({ error: error.message });
    if (error instanceof NotAPhoto) {
      console.warn('refused a photo:', error.cause.message);
      return res.status(422).json({ error: error.message });
    }
    const isForClient = error.expose || error instanceof URIError; // bad path
    const isMissing = error.code === 'ENOENT'; // a 404 of sendFile
    const status = ((isForClient || isMissing) && error.status) || 500;
    if (status >= 500) console.error(error);
    // Other messages may be about us: that of sendFile contains our path.
    const message = error.expose ? error.message : STATUS_CODES[status];
    res.status(status).json({ error: message });
  });
  // #endregion errors
  return app;
}
