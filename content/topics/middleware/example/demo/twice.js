import express from 'express';
import { show } from './request.js';

const app = express();
app.use((req, res, next) => {
  if (!req.get('X-Api-Key')) res.status(401).send('unknown key');
  next(); // the return above is missing
});
app.get('/parcels', (req, res) => res.send('your parcels'));
app.use((error, req, res, next) => {
  console.log(error.code, error.message);
  next(error);
});

await show(app, [['/parcels']]);
