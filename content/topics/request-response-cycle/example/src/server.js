import { setTimeout as sleep } from 'node:timers/promises';
import { createServices } from './services.js';
import { createTrips } from './trips.js';

const ms = Number(process.env.MS ?? 200);
const log = console.log;

const work = (signal) => sleep(ms, undefined, { signal });
createServices({ work, log }).listen(3001);

const services = 'http://localhost:3001';
createTrips({ services, deadline: 800, log }).listen(3000);
log(`app on port 3000, services that take ${ms} ms on port 3001`);
