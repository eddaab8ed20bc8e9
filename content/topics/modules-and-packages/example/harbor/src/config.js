import { log } from './log.js';
import { logLevel } from './log-level.js';

export const config = {
  logLevel,
  harbor: process.env.HARBOR ?? 'Kiel',
};
if (!process.env.HARBOR)
  log('warn', `HARBOR is not set, using ${config.harbor}`);
