import { createApp } from './app.js';
import { createLogger } from './logger.js';
import { provider } from './provider.js';

const log = createLogger();
createApp({ log, provider }).listen(3000, () => log.info('listening'));
