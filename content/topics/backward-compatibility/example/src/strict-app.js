import { z } from 'zod';

// #region strict
const Flight = z.object({
  number: z.string(),
  status: z.enum(['boarding', 'departed']),
  gate: z.string(),
});

export function line(json) {
  const { number, status, gate } = Flight.parse(json);
  return { boarding: `${number}: go to ${gate}`, departed: `${number}: gone` }[
    status
  ];
}
// #endregion strict
