import { levels, logLevel } from './log-level.js';

const threshold = levels.indexOf(logLevel);

export function log(level, message) {
  if (levels.indexOf(level) >= threshold) console.log(`${level}: ${message}`);
}
