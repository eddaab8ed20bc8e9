import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { describe, parseParcels } from './parcel.ts';

// #region main
try {
  const parcels = parseParcels(await json(process.stdin));
  for (const parcel of parcels) {
    console.log(`${parcel.id}: ${describe(parcel)}`);
  }
  console.log(
    parcels.reduce((sum, parcel) => sum + parcel.grams, 0),
    'g',
  );
} catch (error) {
  if (!(error instanceof z.ZodError)) throw error;
  console.error(z.prettifyError(error));
  process.exitCode = 1;
}
// #endregion main
