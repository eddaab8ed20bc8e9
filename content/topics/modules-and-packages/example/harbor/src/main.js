import { highWaters } from '@harbor/tides';
import { config } from './config.js';

console.log(config.harbor, highWaters(3.5, 2));
