import { Sequelize } from 'sequelize';

// #region connect
export function connect(
  url,
  { max = 5, acquire = 5000, logging = false } = {},
) {
  return new Sequelize(url, {
    logging, // the default is console.log, with every statement
    define: { underscored: true },
    pool: { max, acquire }, // by default, a query waits 60 seconds here
    dialectOptions: {
      lock_timeout: 2000,
      statement_timeout: 5000,
      idle_in_transaction_session_timeout: 10_000,
      query_timeout: 6000, // on this side, if the server doesn't respond
    },
  });
}
// #endregion connect
