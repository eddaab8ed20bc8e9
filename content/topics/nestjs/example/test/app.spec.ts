import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppModule } from '../src/app.module.js';
import { CourseStore } from '../src/courses/course-store.js';
import { CoursesService } from '../src/courses/courses.service.js';

let app: INestApplication;
let store: CourseStore;

// #region setup
beforeEach(async () => {
  const module = await Test.createTestingModule({
    imports: [AppModule],
  }).compile();
  app = module.createNestApplication({ logger: false });
  store = app.get(CourseStore);
  await app.init();
});

afterEach(() => app.close());

const ida = { authorization: 'Bearer token-of-ida' };
const tom = { authorization: 'Bearer token-of-tom' };
const http = () => request(app.getHttpServer());
// #endregion setup

const statusOf = async (sent: Promise<request.Response>) => (await sent).status;
const addCourse = (body: object) => http().post('/courses').set(tom).send(body);

test('everyone can list the courses', async () => {
  await addCourse({ title: 'Knots', seats: 4 });
  const { status, body } = await http().get('/courses');
  expect(status).toBe(200);
  expect(body).toEqual([{ id: 1, title: 'Knots', free: 4 }]);
});

// #region guard
test('a route is closed unless it is marked as public', async () => {
  for (const token of [
    '',
    'token',
    'token-of-ida',
    'Bearer ',
    'Bearer token-of-ben',
  ]) {
    const put = http()
      .put('/courses/1/climbers/me')
      .set('authorization', token);
    expect(await statusOf(put)).toBe(401);
  }
  expect(await statusOf(http().put('/courses/one/climbers/me'))).toBe(401);
});

test('only trainers add courses, and the guard runs before the pipes', async () => {
  const bad = { title: 7 };
  expect(await statusOf(http().post('/courses').send(bad))).toBe(401);
  expect(await statusOf(http().post('/courses').set(ida).send(bad))).toBe(403);
  expect(await statusOf(http().post('/courses').set(tom).send(bad))).toBe(400);
  expect(await store.list()).toEqual([]);
});
// #endregion guard

// #region validation
test('the body has to match the DTO', async () => {
  for (const body of [
    { title: 'Knots' },
    { title: 'Knots', seats: '4' },
    { title: 'Knots', seats: 4, price: 0 },
    { title: '', seats: 4 },
    { title: 'Knots', seats: 0 },
    { title: 'Knots', seats: 31 },
    { title: 'x'.repeat(81), seats: 4 },
    [{ title: 'Knots', seats: 4 }],
  ]) {
    expect(await statusOf(addCourse(body))).toBe(400);
  }
  expect(await statusOf(http().post('/courses').set(tom))).toBe(400);
  expect(await store.list()).toEqual([]);
});
// #endregion validation

test('a booking can be repeated, and the last seat is given once', async () => {
  await addCourse({ title: 'Knots', seats: 1 });
  const service = app.get(CoursesService);
  const outcomes = await Promise.allSettled([
    service.book(1, 'ida'),
    service.book(1, 'tom'),
  ]);
  const statuses = outcomes.map(({ status }) => status);
  expect(statuses.sort()).toEqual(['fulfilled', 'rejected']);
  expect((await http().get('/courses')).body[0].free).toBe(0);

  const [course] = await store.list();
  const [winner, loser] =
    course.climbers[0] === 'ida' ? [ida, tom] : [tom, ida];
  const book = (user: typeof ida) =>
    statusOf(http().put('/courses/1/climbers/me').set(user));
  expect(await book(winner)).toBe(204);
  expect(await book(loser)).toBe(409);
  expect(course.climbers).toHaveLength(1);
  expect(
    await statusOf(http().delete('/courses/1/climbers/me').set(winner)),
  ).toBe(204);
  expect((await http().get('/courses')).body[0].free).toBe(1);
});

test('who cancels frees only their own seat', async () => {
  await addCourse({ title: 'Knots', seats: 2 });
  for (const user of [ida, tom])
    await http().put('/courses/1/climbers/me').set(user).expect(204);
  await http().delete('/courses/1/climbers/me').set(ida).expect(204);
  expect((await store.list())[0].climbers).toEqual(['tom']);
});

test('courses that do not exist, and IDs that are none', async () => {
  const book = (id: string) =>
    statusOf(http().put(`/courses/${id}/climbers/me`).set(ida));
  expect(await book('9')).toBe(404);
  expect(await book('one')).toBe(400);
  expect(await book('1e3')).toBe(400);
  expect(await book('99999999999999999999')).toBeGreaterThanOrEqual(400);
  expect(await statusOf(http().get('/nothing').set(ida))).toBe(404);
});

test('an unexpected error does not reach the client', async () => {
  store.list = async () => {
    const error = new Error('connect ECONNREFUSED 10.0.0.5:5432');
    throw Object.assign(error, { statusCode: 404 });
  };
  const { status, body } = await http().get('/courses');
  expect(status).toBe(500);
  expect(body).toEqual({ statusCode: 500, message: 'Internal server error' });
});
