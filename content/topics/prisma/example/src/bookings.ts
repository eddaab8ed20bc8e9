import type { Db } from './db.ts';
import { Prisma } from './generated/prisma/client.ts';

class Full extends Error {}

// #region book
export async function book(db: Db, lessonId: number, student: string) {
  try {
    await db.$transaction(async (tx) => {
      await tx.booking.create({ data: { lessonId, student } });
      const { count } = await tx.lesson.updateMany({
        where: { id: lessonId, taken: { lt: db.lesson.fields.seats } },
        data: { taken: { increment: 1 } },
      });
      if (count === 0) throw new Full();
    });
  } catch (error) {
    if (error instanceof Full) return 'full';
    if (isPrisma(error, 'P2003')) return 'unknown'; // no such lesson
    if (isPrisma(error, 'P2028')) return 'busy'; // no connection in time
    if (!isPrisma(error, 'P2002')) throw error;
    // Which unique constraint was it? Look whether the booking is there.
    const where = { lessonId_student: { lessonId, student } };
    if (!(await db.booking.findUnique({ where }))) throw error;
  }
  return 'booked';
}

const isPrisma = (error: unknown, code: string) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
// #endregion book

// #region week
export function week(db: Db, from: Date, to: Date) {
  return db.tutor.findMany({
    select: {
      name: true,
      lessons: {
        select: { topic: true, startsAt: true, seats: true, taken: true },
        where: { startsAt: { gte: from, lt: to } },
        orderBy: { startsAt: 'asc' },
      },
    },
    orderBy: { id: 'asc' },
  });
}
// #endregion week
