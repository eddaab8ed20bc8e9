import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { DB } from './db.d.ts';

// #region search
export interface Search {
  city?: string;
  minSalary?: number;
  remote?: boolean;
  sort?: string;
}

const sorts = new Map([
  ['title', { column: 'title', direction: 'asc' }],
  ['best-paid', { column: 'salary', direction: 'desc' }],
] as const);

export class BadSort extends Error {
  status = 400;
}

export function searchJobs(db: Kysely<DB>, search: Search) {
  const { city, minSalary, remote, sort = 'title' } = search;
  const order = (sorts as ReadonlyMap<string, Sort>).get(sort);
  if (!order) throw new BadSort(`sort: one of ${[...sorts.keys()].join(', ')}`);

  let query = db.selectFrom('job').select(['id', 'title', 'salary']);
  if (city !== undefined) query = query.where('city', '=', city);
  if (minSalary !== undefined) query = query.where('salary', '>=', minSalary);
  if (remote !== undefined) query = query.where('remote', '=', remote);
  return query
    .orderBy(order.column, order.direction)
    .orderBy('id', order.direction)
    .limit(20)
    .execute();
}
// #endregion search

type Sort = { column: 'title' | 'salary'; direction: 'asc' | 'desc' };

// #region helpers
type Jobs<O> = SelectQueryBuilder<DB, 'job', O>;

/** Only jobs whose title contains the text as it is. */
export function titleContains<O>(query: Jobs<O>, text: string) {
  const escaped = text.replace(/[\\%_]/g, '\\$&');
  return query.where('title', 'ilike', `%${escaped}%`);
}

/** Only jobs that ask for no skill but these. */
export function doableWith<O>(query: Jobs<O>, skills: string[]) {
  return query.where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('job_skill')
          .select('skill')
          .whereRef('job_skill.job_id', '=', 'job.id')
          .where(sql<boolean>`skill <> ALL (${skills})`),
      ),
    ),
  );
}
// #endregion helpers

// #region delete
export async function closeJob(
  db: Kysely<DB>,
  key: { companyId: number; id: number },
) {
  const { numDeletedRows } = await db
    .deleteFrom('job')
    .where('company_id', '=', key.companyId)
    .where('id', '=', key.id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
// #endregion delete

// #region count
export async function countJobs(db: Kysely<DB>) {
  const { count } = await db
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count); // the driver returns a bigint as a string
}
// #endregion count
