import { expect, it } from 'vitest';
import { splitStatements } from '#features/labs/runner/sql/split.ts';

it.each([
  ['nothing', '', []],
  ['blanks and empty statements', ' ;\n; ', []],
  ['statements on one line', 'SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
  ['a last statement without a semicolon', 'SELECT 1;\nSELECT 2', ['SELECT 1', 'SELECT 2']],
  ['a semicolon in a text', "SELECT 'a;b'; SELECT 2", ["SELECT 'a;b'", 'SELECT 2']],
  ['a doubled quote in a text', "SELECT 'it''s; fine'; SELECT 2", ["SELECT 'it''s; fine'", 'SELECT 2']],
  ['a semicolon in a name', 'SELECT 1 AS "a;b"; SELECT 2', ['SELECT 1 AS "a;b"', 'SELECT 2']],
  ['a function body in dollar quotes', 'DO $$ BEGIN; END $$; SELECT 2', ['DO $$ BEGIN; END $$', 'SELECT 2']],
  ['a function body in named dollar quotes', 'DO $f$ a; $$ b; $f$; SELECT 2', ['DO $f$ a; $$ b; $f$', 'SELECT 2']],
  ['a parameter', 'SELECT $1; SELECT $2', ['SELECT $1', 'SELECT $2']],
  ['a semicolon in a comment', 'SELECT 1 -- one; or two\n, 2; SELECT 3', ['SELECT 1 -- one; or two\n, 2', 'SELECT 3']],
  ['a quote in a comment', "-- it's one\nSELECT 1; SELECT 2", ['SELECT 1', 'SELECT 2']],
  ['a semicolon in a comment over lines', 'SELECT 1 /* a;\nb */; SELECT 2', ['SELECT 1', 'SELECT 2']],
  ['two hyphens in a text', "SELECT '--'; SELECT 2", ["SELECT '--'", 'SELECT 2']],
  ['minus and division', 'SELECT 4 - 2 / 1; SELECT 2', ['SELECT 4 - 2 / 1', 'SELECT 2']],
  ['JSON operators', `SELECT data->>'a;b' FROM t; SELECT 2`, [`SELECT data->>'a;b' FROM t`, 'SELECT 2']],
  ['a comment behind the last statement', 'SELECT 1; -- done', ['SELECT 1']],
  [
    'the body of a function in SQL',
    'CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END; SELECT 2',
    ['CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END', 'SELECT 2'],
  ],
  [
    'an escaped quote in an E text',
    String.raw`SELECT E'it\'s; fine'; SELECT 2`,
    [String.raw`SELECT E'it\'s; fine'`, 'SELECT 2'],
  ],
])('splitStatements reads %s', (_, script, statements) => {
  expect(splitStatements(script).map(({ text }) => text)).toEqual(statements);
});
