import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Course, CourseStore } from './course-store.js';

/** Keeps the courses in memory. A real one would hold a pool of connections. */
@Injectable()
export class MemoryCourseStore
  extends CourseStore
  implements OnApplicationShutdown
{
  private readonly logger = new Logger(MemoryCourseStore.name);
  private readonly courses: Course[] = [];

  async list() {
    return this.courses;
  }

  async add(title: string, seats: number) {
    const course = { id: this.courses.length + 1, title, seats, climbers: [] };
    this.courses.push(course);
    return course;
  }

  async book(id: number, climber: string) {
    const course = this.courses.find((each) => each.id === id);
    if (!course) return 'unknown';
    // No await between the check and the change, so no two get the last seat.
    if (course.climbers.includes(climber)) return 'booked';
    if (course.climbers.length >= course.seats) return 'full';
    course.climbers.push(climber);
    return 'booked';
  }

  async cancel(id: number, climber: string) {
    const course = this.courses.find((each) => each.id === id);
    if (!course) return;
    course.climbers = course.climbers.filter((each) => each !== climber);
  }

  onApplicationShutdown() {
    this.logger.log('store closed');
  }
}
