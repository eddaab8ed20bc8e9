import { type PGlite, protocol } from '@electric-sql/pglite';

/** A column of a result; the type is the number of pg_type. */
export interface Column {
  readonly name: string;
  readonly type: number;
}

/** What PostgreSQL says of an error. */
export interface SqlError {
  readonly message: string;
  /** SQLSTATE, such as 23505. */
  readonly code: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** Where in the statement; counts from 1. */
  readonly position: number | undefined;
}

/** What one statement gave. Values are the server's own text, as psql gets them. */
export interface StatementResult {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** `INSERT 0 2`; empty after an error. */
  readonly tag: string;
  readonly notices: readonly string[];
  readonly error: SqlError | undefined;
  /** I: no transaction, T: in one, E: in one that has failed. */
  readonly status: 'I' | 'T' | 'E';
}

type Message = Awaited<ReturnType<PGlite['execProtocol']>>['messages'][number];

/** A PostgreSQL that statements are sent to as psql sends them: one by one, with values as text. */
export class SqlSession {
  readonly #database: PGlite;

  constructor(database: PGlite) {
    this.#database = database;
  }

  async send(statement: string): Promise<StatementResult> {
    const { messages } = await this.#database.execProtocol(protocol.serialize.query(statement), {
      throwOnError: false,
    });
    return read(messages);
  }

  /** For statements of our own, which must not fail. */
  async must(statement: string): Promise<StatementResult> {
    const result = await this.send(statement);
    if (result.error) throw new Error(`${result.error.message} (SQLSTATE ${result.error.code}) in: ${statement}`);
    return result;
  }

  /** Back to an empty database, whatever was done to it. */
  async reset(): Promise<void> {
    await this.send('rollback');
    await this.must('reset session authorization');
    await this.must('discard all');
    await this.must(emptying);
    // The clock, the calendar and the plans are the same everywhere.
    await this.must("set timezone to 'UTC'");
  }
}

function read(messages: readonly Message[]): StatementResult {
  const rows: (string | null)[][] = [];
  const notices: string[] = [];
  const result = {
    columns: [] as Column[],
    tag: '',
    error: undefined as SqlError | undefined,
    status: 'I' as StatementResult['status'],
  };
  for (const message of messages) {
    const fields = message as unknown as Record<string, unknown>;
    if (message.name === 'rowDescription') {
      const described = fields['fields'] as readonly { name: string; dataTypeID: number }[];
      result.columns = described.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
    } else if (message.name === 'dataRow') rows.push(fields['fields'] as (string | null)[]);
    else if (message.name === 'commandComplete') result.tag = String(fields['text']);
    else if (message.name === 'notice') notices.push(`${fields['severity']}:  ${fields['message']}`);
    else if (message.name === 'error') result.error = toError(fields);
    else if (message.name === 'readyForQuery') result.status = fields['status'] as StatementResult['status'];
  }
  return { ...result, rows, notices };
}

function toError(fields: Readonly<Record<string, unknown>>): SqlError {
  const text = (name: string) => (fields[name] === undefined ? undefined : String(fields[name]));
  return {
    message: String(fields['message']),
    code: String(fields['code']),
    detail: text('detail'),
    hint: text('hint'),
    position: fields['position'] === undefined ? undefined : Number(fields['position']),
  };
}

/** Drops every schema and role that is not the system's own, and makes `public` anew. */
const emptying = `do $$
declare each text;
begin
  for each in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
    execute format('drop schema %I cascade', each);
  end loop;
  for each in select pubname from pg_publication loop execute format('drop publication %I', each); end loop;
  for each in select evtname from pg_event_trigger loop execute format('drop event trigger %I', each); end loop;
  for each in select extname from pg_extension where extname <> 'plpgsql' loop
    execute format('drop extension %I cascade', each);
  end loop;
  for each in select rolname from pg_roles where rolname !~ '^pg_' and rolname <> current_user loop
    execute format('drop owned by %I', each);
    execute format('drop role %I', each);
  end loop;
  create schema public;
  grant usage on schema public to public;
end $$`;
