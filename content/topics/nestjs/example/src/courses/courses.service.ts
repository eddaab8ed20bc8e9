// #region service
import {
  ConflictException,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import { CourseStore } from './course-store.js';

@Injectable()
export class CoursesService {
  constructor(private readonly store: CourseStore) {}

  list() {
    return this.store.list();
  }

  add(title: string, seats: number) {
    return this.store.add(title, seats);
  }

  async book(id: number, climber: string) {
    const outcome = await this.store.book(id, climber);
    if (outcome === 'unknown') throw new NotFoundException('No such course');
    if (outcome === 'full') throw new ConflictException('The course is full');
  }

  cancel(id: number, climber: string) {
    return this.store.cancel(id, climber);
  }
}
// #endregion service
