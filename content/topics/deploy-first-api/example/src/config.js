// #region config
export function loadConfig(env) {
  const problems = [];

  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    problems.push('PORT must be a number from 1 to 65535');
  }
  if (!env.WRITE_TOKEN || env.WRITE_TOKEN.length < 32) {
    problems.push('WRITE_TOKEN must have at least 32 characters');
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));

  return {
    host: env.HOST || '127.0.0.1',
    port,
    writeToken: env.WRITE_TOKEN,
    commit: env.RENDER_GIT_COMMIT ?? env.COMMIT ?? 'unknown',
  };
}
// #endregion config
