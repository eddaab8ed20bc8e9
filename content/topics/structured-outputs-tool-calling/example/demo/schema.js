import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { z } from 'zod';

// #region sent
const people = z.strictObject({ people: z.int().min(1).max(12) });
console.log(zodOutputFormat(people).schema.properties.people);
// #endregion sent
