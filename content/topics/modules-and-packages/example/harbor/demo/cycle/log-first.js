import { log } from './log.js';
import { config } from './config.js';

log('warn', config.harbor);
