import { log } from './log.js';

export const config = {
  logLevel: process.env.LOG_LEVEL ?? 'warn',
  harbor: process.env.HARBOR ?? 'Kiel',
};
if (!process.env.HARBOR)
  log('warn', `HARBOR is not set, using ${config.harbor}`);
