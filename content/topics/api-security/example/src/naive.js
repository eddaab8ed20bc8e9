import express from 'express';
import { authenticate } from './gates.js';

export function createNaiveApp({ publicKey, devices }) {
  const app = express().use(express.json(), authenticate(publicKey));
  // #region naive
  app.patch('/devices/:id', (req, res) => {
    const device = devices.get(req.params.id);
    Object.assign(device, req.body);
    res.json(device);
  });
  // #endregion naive
  return app;
}
