import mysql from 'mysql2/promise';

const url =
  process.env.MYSQL_URL ?? 'mysql://camp:camp-dev@127.0.0.1:3306/camp';

// #region pool
export const pool = mysql.createPool({
  uri: url,
  connectionLimit: 10,
  timezone: 'Z',
  dateStrings: ['DATE'],
  supportBigNumbers: true,
});
// #endregion pool
