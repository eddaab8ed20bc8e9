import { z } from 'zod';

// #region tolerant
const Flight = z.object({
  number: z.string(),
  status: z.enum(['boarding', 'departed']).catch('unknown'),
  gate: z.string().nullish(),
});

export function line(json) {
  const { number, status, gate } = Flight.parse(json);
  if (status === 'boarding' && gate) return `${number}: go to ${gate}`;
  if (status === 'departed') return `${number}: gone`;
  return `${number}: see the screens`;
}
// #endregion tolerant
