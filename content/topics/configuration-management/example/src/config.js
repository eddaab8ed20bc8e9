// #region schema
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  MESSAGES_PER_MINUTE: z.coerce.number().int().min(1).max(600).default(60),
  SEND_MESSAGES: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .default(false),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }),
  SMS_GATEWAY_KEY: z.string().trim().min(20),
});

const shown = new Set([
  'PORT',
  'LOG_LEVEL',
  'MESSAGES_PER_MINUTE',
  'SEND_MESSAGES',
]);
// #endregion schema

export const names = Object.keys(schema.shape);

// #region load
export class ConfigError extends Error {}

export function loadConfig(env) {
  // An empty variable counts as one that isn't set.
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value.trim() !== ''),
  );
  const result = schema.safeParse(set, {
    error: ({ input }) => (input === undefined ? 'is not set' : undefined),
  });
  if (!result.success) {
    const lines = result.error.issues.map(
      ({ path, message }) => `  ${path.join('.')}: ${message}`,
    );
    throw new ConfigError(['Invalid configuration:', ...lines].join('\n'));
  }
  return Object.freeze(result.data);
}
// #endregion load

// #region describe
export function describe(config) {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [
      name,
      shown.has(name) ? value : '(set)',
    ]),
  );
}
// #endregion describe
