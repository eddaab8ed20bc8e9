import { Period } from './period.js';

// #region translate
const STILL_DRIVABLE = new Set(['INSP', 'COSM']); // inspection, paint

/** The anticorruption layer: the workshop's job cards end here. */
export function fromJobCard(card) {
  if (STILL_DRIVABLE.has(card.jobCode)) return undefined;
  const reason = `workshop job ${card.jobNo}`;
  if (card.state === 'CLOSED') {
    return {
      unitId: card.serialNo,
      apply: (unit) => unit.returnToService(reason),
    };
  }
  const outage = new Period(card.start, card.plannedEnd);
  return {
    unitId: card.serialNo,
    apply: (unit) => unit.takeOutOfService(reason, outage),
  };
}
// #endregion translate
