import { type PGlite, protocol } from '@electric-sql/pglite';
import type { RunError } from '../protocol.ts';
import { Snapshot, type WasmProgram } from '../snapshot.ts';

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

/** PostgreSQL itself crashed, and its further answers mean nothing. */
export class BrokenEngine extends Error {
  /** Where the reader's statement is that caused it. */
  readonly place: Pick<RunError, 'file' | 'line'>;

  constructor(place: BrokenEngine['place'], options: ErrorOptions) {
    super(
      'PostgreSQL itself crashed and is being restarted. Endless recursion can cause that, such as a trigger that fires itself.',
      options,
    );
    this.place = place;
  }
}

/** The server's libraries that scripts use. One that is loaded later can't be unloaded. */
const libraries = ['plpgsql', 'dict_snowball'];

let loadedLibraries = 0;
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct: (target, args) => {
    loadedLibraries += 1;
    return Reflect.construct(target, args);
  },
});

/** A PostgreSQL that statements are sent to as psql sends them: one by one, with values as text. */
export class SqlSession {
  readonly #database: PGlite;
  #empty: { readonly snapshot: Snapshot; readonly libraries: number } | undefined;
  #broken: BrokenEngine | undefined;

  constructor(database: PGlite) {
    this.#database = database;
  }

  /** Remembers the database, which is empty, as what `reset` goes back to. */
  async keep(): Promise<void> {
    // The time zone is the same everywhere.
    for (const statement of ["set timezone to 'UTC'", ...libraries.map((name) => `load '${name}'`)])
      await this.must(statement);
    const snapshot = new Snapshot(this.#database.Module as unknown as WasmProgram);
    this.#empty = { snapshot, libraries: loadedLibraries };
  }

  /** Goes back to the empty database. */
  reset(): void {
    this.#empty?.snapshot.restore();
  }

  /** Whether a reset database is as good as a new one. */
  get isReusable(): boolean {
    return this.#empty !== undefined && !this.#empty.snapshot.isOutgrown && this.#empty.libraries === loadedLibraries;
  }

  /** @throws BrokenEngine when PostgreSQL crashes, and for every statement after that. */
  async send(statement: string): Promise<StatementResult> {
    if (this.#broken) throw this.#broken;
    try {
      const query = protocol.serialize.query(statement);
      const { messages } = await this.#database.execProtocol(query, { throwOnError: false });
      // PGlite hides crashes. After every statement, PostgreSQL says that it is ready for the next.
      if (!messages.some(({ name }) => name === 'readyForQuery')) throw new Error('PostgreSQL stopped responding.');
      return read(messages);
    } catch (cause) {
      this.#broken = new BrokenEngine({}, { cause });
      throw this.#broken;
    }
  }

  /** For statements of our own, which must not fail. */
  async must(statement: string): Promise<StatementResult> {
    const result = await this.send(statement);
    if (result.error) throw new Error(`${result.error.message} (SQLSTATE ${result.error.code}) in: ${statement}`);
    return result;
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
