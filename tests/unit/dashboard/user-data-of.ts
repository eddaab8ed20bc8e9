import { noUserData, type UserData } from '#features/dashboard/user-data.ts';
import type { LabWork } from '#features/labs/index.ts';
import type { Review } from '#features/practice/review.ts';
import { marksOf } from '../../support/marks.ts';

interface Parts {
  readonly marks?: Parameters<typeof marksOf>[0];
  /** Texts with when they were written, by their keys. */
  readonly notes?: Readonly<Record<string, readonly [text: string, at: number]>>;
  /** The moments of reviews, by their cards. A grade is 3 where none is given. */
  readonly reviews?: Readonly<Record<string, readonly (readonly [at: number, grade?: Review['grade']])[]>>;
  readonly labs?: LabWork;
}

const reviewsOf = (reviews: NonNullable<Parts['reviews']>[string]) =>
  reviews.map(([at, grade = 3]): Review => ({ at, grade, offset: 60 }));

/** What a reader has, with nothing in the parts that aren't given. */
export const userDataOf = ({ marks = {}, notes = {}, reviews = {}, labs = new Map() }: Parts): UserData => ({
  ...noUserData,
  marks: marksOf(marks),
  notes: new Map(Object.entries(notes).map(([key, [text, at]]) => [key, { text, at }])),
  practice: {
    ...noUserData.practice,
    histories: new Map(Object.entries(reviews).map(([id, history]) => [id, reviewsOf(history)])),
  },
  labs,
});
