import 'reflect-metadata';
import {
  Body,
  Controller,
  Injectable,
  Module,
  Post,
  ValidationPipe,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { expect, test } from 'vitest';
import { CourseStore } from '../src/courses/course-store.js';
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
