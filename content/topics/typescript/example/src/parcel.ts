import * as z from 'zod';

// #region schema
const base = { id: z.string().min(1), grams: z.int().min(1).max(31_500) };
const time = z.iso.datetime({ offset: true }); // 10:00:00Z or 11:00:00+01:00

const parcel = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('announced') }),
  z.object({ ...base, status: z.literal('in_transit'), hub: z.string() }),
  z.object({ ...base, status: z.literal('delivered'), at: time }),
]);

export type Parcel = z.infer<typeof parcel>;

/** At most 1,000 parcels. Throws a ZodError that lists every fault. */
export function parseParcels(json: unknown): Parcel[] {
  return z.array(parcel).max(1000).parse(json);
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
