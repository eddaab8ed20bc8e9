import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fewestStops } from '../src/routes.js';

const neighbors = new Map([
  ['Oslo', ['Hamar', 'Drammen']],
  ['Hamar', ['Oslo', 'Lillehammer']],
  ['Drammen', ['Oslo', 'Hamar']],
  ['Lillehammer', ['Hamar']],
]);

test('finds the route with the fewest stops in spite of the loop', () => {
  const route = fewestStops(neighbors, 'Drammen', 'Lillehammer');
  assert.deepEqual(route, ['Drammen', 'Hamar', 'Lillehammer']);
});

test('a depot is its own route', () => {
  assert.deepEqual(fewestStops(neighbors, 'Oslo', 'Oslo'), ['Oslo']);
});

test('no route', () => {
  assert.equal(fewestStops(neighbors, 'Oslo', 'Paris'), null);
});

test('does not take the first way that it finds', () => {
  const roads = new Map([
    ['Bergen', ['Voss', 'Odda']],
    ['Voss', ['Gol']],
    ['Odda', ['Geilo']],
    ['Geilo', ['Gol']],
  ]);
  assert.deepEqual(fewestStops(roads, 'Bergen', 'Gol'), [
    'Bergen',
    'Voss',
    'Gol',
  ]);
});

test('a depot without roads ends the search', () => {
  const oneWay = new Map([['A', ['B']]]);
  assert.deepEqual(fewestStops(oneWay, 'A', 'B'), ['A', 'B']);
  assert.equal(fewestStops(oneWay, 'B', 'A'), null);
});
