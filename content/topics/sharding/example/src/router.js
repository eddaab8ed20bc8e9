import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

// #region bucket
export const BUCKETS = 64; // fixed for good; take 1,024 or more

export function bucketOf(meter) {
  const hash = createHash('sha256').update(meter).digest().readUInt32BE(0);
  return hash % BUCKETS;
}
// #endregion bucket

export class Router {
  #map = new Map();

  constructor({ directory, shards }) {
    Object.assign(this, { directory, shards });
  }

  async #shardOf(bucket) {
    if (!this.#map.has(bucket)) {
      const { rows } = await this.directory.query('SELECT * FROM bucket_map');
      this.#map = new Map(rows.map((row) => [row.bucket, row.shard]));
    }
    return this.shards[this.#map.get(bucket)];
  }

  // #region put
  async put(meter, minute, value) {
    const bucket = bucketOf(meter);
    for (let attempt = 1; attempt <= 100; attempt += 1) {
      const shard = await this.#shardOf(bucket);
      try {
        return await shard.query(
          `INSERT INTO reading VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING`, // readings never change
          [meter, minute, value, bucket],
        );
      } catch (error) {
        if (error.code === '23503')
          this.#map.delete(bucket); // moved: ask the directory again
        else if (error.code === '55P03')
          await sleep(50); // being moved: wait, but not on a connection
        else throw error;
      }
    }
    throw new Error(`bucket ${bucket} can't be written`);
  }
  // #endregion put

  // #region read
  async latest(meter) {
    const bucket = bucketOf(meter);
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      const shard = await this.#shardOf(bucket);
      const { rows } = await shard.query(
        `SELECT minute, value FROM bucket
         LEFT JOIN reading ON bucket = id AND meter = $1
         WHERE id = $2 ORDER BY minute DESC NULLS LAST LIMIT 1`,
        [meter, bucket],
      );
      if (rows.length > 0) return rows[0];
      this.#map.delete(bucket);
    }
    throw new Error(`no owner for bucket ${bucket}`);
  }

  async maxOf(minute) {
    const results = await Promise.all(
      Object.values(this.shards).map((shard) =>
        shard.query('SELECT max(value) FROM reading WHERE minute = $1', [
          minute,
        ]),
      ),
    );
    return Math.max(...results.map(({ rows }) => rows[0].max ?? -Infinity));
  }
  // #endregion read
}
