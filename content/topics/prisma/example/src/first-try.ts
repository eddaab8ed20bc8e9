import type { Db } from './db.ts';

// #region first-try
export async function book(db: Db, lessonId: number, student: string) {
  const lesson = await db.lesson.findUniqueOrThrow({
    where: { id: lessonId },
    include: { bookings: true },
  });
  if (lesson.bookings.length >= lesson.seats) return 'full';
  await db.booking.create({ data: { lessonId, student } });
  return 'booked';
}
// #endregion first-try
