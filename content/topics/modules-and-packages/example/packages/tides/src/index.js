import { PERIOD_HOURS } from './harmonics.js';

export function highWaters(firstHour, count) {
  return Array.from({ length: count }, (_, n) => firstHour + n * PERIOD_HOURS);
}
