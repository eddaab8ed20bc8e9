import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';

// #region logger
/** Fields that every line of a request gets. */
export const context = new AsyncLocalStorage();

export const createLogger = (destination) =>
  pino(
    {
      level: process.env.LOG_LEVEL || 'info',
      base: { service: 'ticket-shop' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...context.getStore() }),
      redact: ['password', '*.password', '*.card', 'headers.authorization'],
    },
    destination,
  );
// #endregion logger
