import * as z from 'zod';

// #region schema
const base = { id: z.string().min(1), grams: z.int().min(1).max(31_500) };

const parcel = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('announced') }),
  z.object({ ...base, status: z.literal('in_transit'), hub: z.string() }),
  z.object({ ...base, status: z.literal('delivered'), at: z.iso.datetime() }),
]);

export type Parcel = z.infer<typeof parcel>;

/** Throws a ZodError that lists every fault. */
export function parseParcels(json: unknown): Parcel[] {
  return z.array(parcel).parse(json);
}
// #endregion schema

// #region describe
export function describe(parcel: Parcel): string {
  switch (parcel.status) {
    case 'announced':
      return 'waiting for pick-up';
    case 'in_transit':
      return `on its way, last seen in ${parcel.hub}`;
    case 'delivered':
      return `delivered at ${parcel.at}`;
    default:
      return parcel satisfies never;
  }
}
// #endregion describe
