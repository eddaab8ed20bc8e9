// #region controller
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Put,
} from '@nestjs/common';
import { CurrentUser, Public, Roles } from '../auth/decorators.js';
import type { User } from '../auth/sessions.js';
import { NewCourse } from './courses.dto.js';
import { CoursesService } from './courses.service.js';

@Controller('courses')
export class CoursesController {
  constructor(private readonly courses: CoursesService) {}

  @Public()
  @Get()
  async list() {
    const courses = await this.courses.list();
    return courses.map(({ id, title, seats, climbers }) => ({
      id,
      title,
      free: seats - climbers.length,
    }));
  }

  @Roles('trainer')
  @Post()
  async add(@Body() body: NewCourse) {
    const { id, title, seats } = await this.courses.add(body.title, body.seats);
    return { id, title, free: seats };
  }

  @Put(':id/climbers/me')
  @HttpCode(204)
  book(@Param('id', ParseIntPipe) id: number, @CurrentUser() user: User) {
    return this.courses.book(id, user.name);
  }

  @Delete(':id/climbers/me')
  @HttpCode(204)
  cancel(@Param('id', ParseIntPipe) id: number, @CurrentUser() user: User) {
    return this.courses.cancel(id, user.name);
  }
}
// #endregion controller
