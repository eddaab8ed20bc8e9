// #region module
import { Module } from '@nestjs/common';
import { CourseStore } from './course-store.js';
import { CoursesController } from './courses.controller.js';
import { CoursesService } from './courses.service.js';
import { MemoryCourseStore } from './memory-course-store.js';

@Module({
  controllers: [CoursesController],
  providers: [
    CoursesService,
    { provide: CourseStore, useClass: MemoryCourseStore },
  ],
  exports: [CoursesService],
})
export class CoursesModule {}
// #endregion module
