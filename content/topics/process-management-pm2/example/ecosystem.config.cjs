// #region config
module.exports = {
  apps: [
    {
      name: 'alarms',
      script: './server.js',
      exec_mode: 'cluster',
      instances: 2, // or 'max': one per core
      env: { PORT: '3000', RELEASE: 'v1' },
      listen_timeout: 10_000, // longer than your slowest start
      kill_timeout: 8000, // longer than the whole stop
      exp_backoff_restart_delay: 100, // a crash loop slows down
      max_memory_restart: '400M', // a seat belt, not a cure for a leak
    },
  ],
};
// #endregion config
