import type { Language } from './lab-programs.ts';

/** Programs that leave as much behind as they can, or break their engine; none of it may reach the next run. */
export const spoilers: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sql: {
    'a trigger on its own table': `
      create table t (a int);
      create function f() returns trigger language plpgsql as $$ begin insert into t values (1); return new; end $$;
      create trigger x before insert on t for each row execute function f();
      insert into t values (1);`,
    'a recursive function without a base case': `
      create function f(n int) returns int language plpgsql as $$ begin return f(n + 1); end $$;
      select f(1);`,
    'a recursive function in SQL': `
      create function f(n int) returns int language sql as 'select 1';
      create or replace function f(n int) returns int language sql as 'select f(n + 1)';
      select f(1);`,
    'COPY TO PROGRAM': `copy (select 1) to program 'cat';`,
    'COPY FROM PROGRAM': `create table t (a text); copy t from program 'ls';`,
    '20,000 nested brackets': `select ${'('.repeat(20_000)}1${')'.repeat(20_000)};`,
    '200,000 nested arrays in JSON': `select '${'['.repeat(200_000)}'::json;`,
    'another session authorization': 'create role bob; set session authorization bob;',
    'another role': 'create role bob; set role bob;',
    'plpgsql dropped': 'drop extension plpgsql;',
    'an event trigger that raises an error': `
      create function f() returns event_trigger language plpgsql as $$ begin raise 'no'; end $$;
      create event trigger e on ddl_command_start execute function f();`,
    'a transaction that has failed': 'begin; create table t (a int); savepoint s; select 1 / 0;',
    'the catalog of functions emptied': 'delete from pg_proc;',
    'the superuser without rights': 'update pg_authid set rolsuper = false, rolcanlogin = false;',
    'settings of the server and of the role': `
      alter system set search_path = 'nowhere';
      alter role postgres set default_transaction_read_only = on;
      select pg_reload_conf();
      set default_transaction_read_only = on;
      set search_path = pg_catalog;
      set statement_timeout = '1ms';`,
    'temporary tables, prepared statements, locks and cursors': `
      create temp table pg_class (a int);
      prepare p as select 1;
      select pg_advisory_lock(1);
      listen news;
      begin; declare c cursor with hold for select 1; commit;`,
    'files of the server overwritten': `copy (select 'broken') to '/pglite/data/PG_VERSION'; copy (select 'x') to 'postgresql.conf';`,
    'another database': 'create database other; alter database other rename to third;',
    'the schema public dropped, others made':
      'drop schema public cascade; create schema extra; create table extra.t (a int);',
    'a library of the server loaded': `select convert_to('a', 'LATIN1');`,
    'more memory than there is': `select array_agg(repeat('x', 1000000)) from generate_series(1, 2000);`,
    'a table of 300,000 rows': 'create table t as select generate_series(1, 300000) as n; select * from t;',
  },
  python: {
    'logging set up': 'import logging\nlogging.basicConfig(level=logging.DEBUG, format="mine: %(message)s")',
    'another decimal precision': 'import decimal\ndecimal.getcontext().prec = 2\ndecimal.DefaultContext.prec = 2',
    'math patched': 'import math\nmath.sqrt = lambda number: 42',
    'modules faked': 'import sys, types\nsys.modules["json"] = types.ModuleType("json")\nsys.modules["random"] = None',
    'builtins patched': 'import builtins\nbuiltins.len = builtins.isinstance = builtins.print = lambda *a: 7',
    'standard output closed and replaced': 'import os, sys\nsys.stdout = sys.stderr = None\nos.close(1)',
    'the standard library overwritten':
      'import sys\nfor path in sys.path:\n    if path.endswith(".zip"):\n        open(path, "w").write("gone")',
    'files, folder and environment':
      'import os\nopen("left.txt", "w").write("x")\nopen("/tmp/left", "w")\nos.environ["LEFT"] = "1"\nos.mkdir("/home/lab/sub")\nos.chdir("/tmp")\nos.rename("/home/lab", "/home/gone")',
    'warnings, recursion limit and garbage collector':
      'import gc, sys, warnings\nwarnings.simplefilter("error")\nsys.setrecursionlimit(60)\ngc.disable()',
    'tracing and hooks':
      'import sys\nsys.settrace(lambda *a: 1 / 0)\nsys.excepthook = None\nsys.addaudithook(lambda *a: None)',
    'the event loop replaced':
      'import asyncio\nasyncio.run = asyncio.new_event_loop = None\nasyncio.events._set_event_loop_policy(None)',
    'classes of the library changed':
      'import json, datetime\njson.JSONEncoder.default = None\njson.encoder.c_make_encoder = None\njson.dumps.__kwdefaults__["indent"] = 9',
    'the interpreter left': 'import os\nos._exit(3)',
    'objects of JavaScript dropped and made':
      'import gc, sys\nfrom pyodide.ffi import create_proxy\nkept = [create_proxy(lambda: 1) for _ in range(1000)]\nfor name in [n for n in sys.modules if n.startswith(("js", "pyodide", "_pyodide"))]:\n    sys.modules[name].__dict__.clear()\n    del sys.modules[name]\ndel kept\ngc.collect()',
    'endless recursion':
      'import sys\nsys.setrecursionlimit(10**9)\nclass Deep:\n    def __repr__(self):\n        return repr([self])\nrepr(Deep())',
    'more memory than there is': 'kept = []\nwhile True:\n    kept.append(bytearray(10**8))',
    'all of the engine changed':
      'import sys\nframe = sys._getframe()\nwhile frame:\n    for name in ("_out", "_say_check", "_say_fault", "_restore", "prepare", "run"):\n        if name in frame.f_globals:\n            frame.f_globals[name] = None\n    frame = frame.f_back',
  },
  js: {
    'methods of all arrays and texts replaced':
      'Array.prototype.map = Array.prototype.push = String.prototype.slice = () => 7;',
    'the console replaced': 'console.log = () => {};',
    'promises replaced': 'Promise.prototype.then = () => {};',
    'timers left running':
      "setInterval(() => console.log('late'), 1);\nsetTimeout(() => { throw new Error('late'); }, 20);",
    'a rejection after the end': "setTimeout(() => Promise.reject(new Error('late')), 300);",
    'an object without a prototype thrown': 'throw Object.create(null);',
    'an error whose message throws': "throw { name: 'Odd', get message() { throw 1; } };",
    'everything global deleted':
      'for (const name of Object.getOwnPropertyNames(globalThis)) try { delete globalThis[name]; } catch {}',
    'an endless loop': 'for (;;) {}',
    'more memory than there is': 'const kept = [];\nfor (;;) kept.push(new Uint8Array(5e7).fill(1));',
  },
};

/** A program that would show what an earlier one has left, and what it prints when nothing is left. */
export const probes: Readonly<Record<Language, { readonly code: string; readonly printed: string }>> = {
  sql: {
    code: `
      create function double(n int) returns int language plpgsql as $$ begin return n * 2; end $$;
      create table probe (id serial primary key, made timestamptz default now());
      insert into probe default values;
      select double(id) as id, current_user, session_user, current_setting('search_path') as path,
        current_setting('transaction_read_only') as read_only, current_setting('statement_timeout') as timeout from probe;
      select count(*) as own from pg_class where relnamespace = 'public'::regnamespace;
      select (select count(*) from pg_roles where rolname !~ '^pg_') as roles, (select count(*) from pg_database) as databases,
        (select count(*) from pg_prepared_statements) as prepared, (select count(*) from pg_locks where locktype = 'advisory') as locks,
        (select count(*) from pg_event_trigger) as triggers, (select count(*) from pg_namespace where nspname !~ '^pg_') as schemas;
      select to_tsvector('english', 'dogs') as words;`,
    printed: ` id | current_user | session_user |  path  | read_only | timeout
----+--------------+--------------+--------+-----------+---------
  2 | postgres     | postgres     | public | off       | 0
(1 row)

 own
-----
   3
(1 row)

 roles | databases | prepared | locks | triggers | schemas
-------+-----------+----------+-------+----------+---------
     1 |         1 |        0 |     0 |        0 |       2
(1 row)

  words
---------
 'dog':1
(1 row)
`,
  },
  python: {
    code: `
import asyncio, decimal, gc, json, logging, math, os, random, sys, warnings
import statistics

async def work():
    await asyncio.sleep(0)
    return "worked"

print(logging.root.handlers, decimal.getcontext().prec, math.sqrt(4), json.dumps({"a": [1]}), len([1]))
print(os.getcwd(), os.listdir("."), os.listdir("/tmp"), os.environ.get("LEFT"), sys.argv)
print(sys.getrecursionlimit(), gc.isenabled(), len(warnings.filters), sys.gettrace(), statistics.mean([1, 3]))
print(asyncio.run(work()), 0 <= random.random() < 1, isinstance(sys.stdout, type(sys.stderr)))
`,
    printed: `[] 28 2.0 {"a": [1]} 1
/home/lab ['main.py'] [] None ['main.py']
1000 True 5 None 2
worked True True
`,
  },
  js: {
    code: `
import { createHash } from 'node:crypto';
const later = await new Promise((resolve) => setTimeout(resolve, 5, 'later'));
console.log([1, 2].map((n) => n * 2), 'abc'.slice(1), later, createHash('sha256').update('a').digest('hex').slice(0, 6));
`,
    printed: '[ 2, 4 ] bc later ca9781\n',
  },
};
