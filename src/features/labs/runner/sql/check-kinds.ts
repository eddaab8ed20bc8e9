/** A value as an author writes it in checks.yaml. */
export type Cell = string | number | boolean | null;

interface Common {
  readonly name: string;
  /** What to tell the reader when it fails, before what was expected and found. */
  readonly message?: string | undefined;
  /** SQL that is run behind the seed; the reader's script then runs again on that, from the start. */
  readonly given?: string | undefined;
}

/** What the reader's script must give back: the rows of its last statement that gives any. */
interface ResultCheck extends Common {
  readonly kind: 'result';
  readonly columns?: readonly string[] | undefined;
  readonly rows: readonly (readonly Cell[])[];
  /** Whether the order of rows counts. */
  readonly ordered?: boolean | undefined;
}

/** What a query must find after the reader's script. */
interface StateCheck extends Common {
  readonly kind: 'state';
  readonly query: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly ordered?: boolean | undefined;
}

/** A statement that must fail after the reader's script, with this SQLSTATE; `none`: that must not fail. */
interface ErrorCheck extends Common {
  readonly kind: 'error';
  readonly statement: string;
  readonly sqlstate: string;
}

/** How PostgreSQL must or must not run a query: the reader's own last one unless another is given. */
export interface PlanCheck extends Common {
  readonly kind: 'plan';
  readonly query?: string | undefined;
  /** Node types, names of indexes and tables, or `Index Cond`: `Index Scan`, `orders_customer_id_idx`. */
  readonly has?: readonly string[] | undefined;
  readonly hasNot?: readonly string[] | undefined;
}

/** What the script must or must not say, as regular expressions on its words in lower case. */
export interface UsesCheck extends Common {
  readonly kind: 'uses';
  readonly has?: readonly string[] | undefined;
  readonly hasNot?: readonly string[] | undefined;
}

export type SqlCheck = ResultCheck | StateCheck | ErrorCheck | PlanCheck | UsesCheck;
