import express from 'express';
import { requireKey } from '../src/middleware.js';
import { show } from './request.js';

const app = express();
app.get('/parcels/export', (req, res) => res.send('all parcels'));
app.use(requireKey(new Map([['k-17', 'Nordic Post']])));
app.get('/parcels', (req, res) => res.send('your parcels'));

await show(app, [['/parcels'], ['/parcels/export']]);
