import { config } from './config.js';

const levels = ['debug', 'warn', 'error'];
const threshold = levels.indexOf(config.logLevel);

export function log(level, message) {
  if (levels.indexOf(level) >= threshold) console.log(`${level}: ${message}`);
}
