export const levels = ['debug', 'warn', 'error'];
export const logLevel = process.env.LOG_LEVEL ?? 'warn';

if (!levels.includes(logLevel))
  throw new Error(`LOG_LEVEL is one of ${levels.join(', ')}`);
