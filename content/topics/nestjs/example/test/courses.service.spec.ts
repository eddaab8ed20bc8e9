import { ConflictException, NotFoundException } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { expect, test } from 'vitest';
import { Controller, Get } from '@nestjs/common';
import { AppModule } from '../src/app.module.js';
import { SESSION_TIMEOUT } from '../src/auth/auth.guard.js';
import { Public, Roles } from '../src/auth/decorators.js';
import { Sessions } from '../src/auth/sessions.js';
import { CourseStore } from '../src/courses/course-store.js';
import { CoursesModule } from '../src/courses/courses.module.js';
import { CoursesService } from '../src/courses/courses.service.js';
import { HANDLER_TIMEOUT } from '../src/timeout.interceptor.js';

// #region override
test('the service turns outcomes of the store into exceptions', async () => {
  const outcomes = ['booked', 'full', 'unknown'];
  const module = await Test.createTestingModule({ imports: [CoursesModule] })
    .overrideProvider(CourseStore)
    .useValue({ book: async () => outcomes.shift() })
    .compile();
  const courses = module.get(CoursesService);
  await courses.book(1, 'ida');
  await expect(courses.book(1, 'ida')).rejects.toThrow(ConflictException);
  await expect(courses.book(1, 'ida')).rejects.toThrow(NotFoundException);
});
// #endregion override

// #region hang
test('a handler that hangs gets a 503', async () => {
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(HANDLER_TIMEOUT)
    .useValue(50)
    .overrideProvider(CourseStore)
    .useValue({ list: () => new Promise(() => {}) })
    .compile();
  const app = module.createNestApplication({ logger: false });
  await app.init();
  const { status } = await request(app.getHttpServer()).get('/courses');
  await app.close();
  expect(status).toBe(503);
});
// #endregion hang

test('a session lookup that hangs gets a 503, too', async () => {
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(SESSION_TIMEOUT)
    .useValue(50)
    .overrideProvider(Sessions)
    .useValue({ find: () => new Promise(() => {}) })
    .compile();
  const app = module.createNestApplication({ logger: false });
  await app.init();
  const { status } = await request(app.getHttpServer())
    .put('/courses/1/climbers/me')
    .set('authorization', 'bearer token-of-ida');
  await app.close();
  expect(status).toBe(503);
});

// #region closed
@Public()
@Controller('reports')
class Reports {
  @Get('hours')
  hours() {
    return '8 to 22';
  }

  @Roles('trainer')
  @Get('accidents')
  accidents() {
    return 'secret';
  }
}

test('a restricted route stays closed in a public controller', async () => {
  const module = await Test.createTestingModule({
    imports: [AppModule],
    controllers: [Reports],
  }).compile();
  const app = module.createNestApplication({ logger: false });
  await app.init();
  const get = (path: string) => request(app.getHttpServer()).get(path);
  const hours = await get('/reports/hours');
  const accidents = await get('/reports/accidents');
  await app.close();
  expect([hours.status, accidents.status]).toEqual([200, 401]);
});
// #endregion closed
