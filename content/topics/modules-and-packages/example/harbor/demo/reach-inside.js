import { PERIOD_HOURS } from '@harbor/tides/src/harmonics.js';

console.log(PERIOD_HOURS);
