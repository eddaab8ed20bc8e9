import 'reflect-metadata';
import {
  Body,
  Controller,
  Injectable,
  Module,
  ParseArrayPipe,
  Post,
  ValidationPipe,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { expect, test } from 'vitest';
import { CourseStore } from '../src/courses/course-store.js';
import { NewCourse as CheckedCourse } from '../src/courses/courses.dto.js';
import type { NewCourse } from '../src/courses/courses.dto.js';
import { CoursesModule } from '../src/courses/courses.module.js';
import { CoursesService } from '../src/courses/courses.service.js';

// #region export
test('another module sees only what a module exports', async () => {
  @Injectable()
  class Report {
    constructor(
      readonly courses: CoursesService,
      readonly store: CourseStore,
    ) {}
  }
  @Module({ imports: [CoursesModule], providers: [Report] })
  class ReportModule {}

  const compile = Test.createTestingModule({
    imports: [ReportModule],
  }).compile();
  await expect(compile).rejects.toThrow(
    /dependencies of the Report .*CourseStore at index \[1\]/,
  );
});
// #endregion export

// #region erased
test('a DTO that is imported as a type is not validated', async () => {
  @Controller()
  class Unchecked {
    @Post('unchecked')
    add(@Body() body: NewCourse) {
      return body;
    }
  }
  const module = await Test.createTestingModule({
    controllers: [Unchecked],
  }).compile();
  const app = module.createNestApplication({ logger: false });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  await app.init();
  const sent = request(app.getHttpServer()).post('/unchecked');
  const { status, body } = await sent.send({ seats: 'many' });
  await app.close();
  expect({ status, body }).toEqual({ status: 201, body: { seats: 'many' } });
});
// #endregion erased

// #region array
test('an array is validated only with a pipe for its items', async () => {
  @Controller()
  class Many {
    @Post('unchecked')
    unchecked(@Body() body: CheckedCourse[]) {
      return body;
    }

    @Post('checked')
    checked(@Body(new ParseArrayPipe({ items: CheckedCourse })) body: unknown) {
      return body;
    }
  }
  const module = await Test.createTestingModule({
    controllers: [Many],
  }).compile();
  const app = module.createNestApplication({ logger: false });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  await app.init();
  const post = (path: string) =>
    request(app.getHttpServer())
      .post(path)
      .send([{ title: 7 }]);
  const statuses = [
    (await post('/unchecked')).status,
    (await post('/checked')).status,
  ];
  await app.close();
  expect(statuses).toEqual([201, 400]);
});
// #endregion array
