export interface Course {
  id: number;
  title: string;
  seats: number;
  climbers: string[];
}

/** What the services need. Tests and other databases provide their own. */
// #region store
export abstract class CourseStore {
  abstract list(): Promise<Course[]>;
  abstract add(title: string, seats: number): Promise<Course>;
  abstract book(
    id: number,
    climber: string,
  ): Promise<'booked' | 'full' | 'unknown'>;
  abstract cancel(id: number, climber: string): Promise<void>;
}
// #endregion store
