import { createHash, randomBytes } from 'node:crypto';

// #region tokens
const sha256 = (token) => createHash('sha256').update(token).digest('hex');

export async function createToken(pool, keeper) {
  const token = randomBytes(32).toString('base64url');
  await pool.query('INSERT INTO token (sha256, keeper) VALUES ($1, $2)', [
    sha256(token),
    keeper,
  ]);
  return token;
}

export async function findKeeper(pool, header = '') {
  const token = /^Bearer ([\w-]+)$/i.exec(header)?.[1];
  if (!token) return undefined;
  const { rows } = await pool.query(
    'SELECT keeper FROM token WHERE sha256 = $1',
    [sha256(token)],
  );
  return rows[0]?.keeper;
}
// #endregion tokens
