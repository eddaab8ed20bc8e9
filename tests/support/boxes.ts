/** A box of a drawing, by its edges. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether two boxes share more than a rim of the given width. */
export const doOverlap = (a: Box, b: Box, rim = 0) =>
  a.left < b.right - rim && b.left < a.right - rim && a.top < b.bottom - rim && b.top < a.bottom - rim;
