import { Period } from './period.js';

// #region translate
const STILL_DRIVABLE = new Set(['INSP', 'COSM']); // inspection, paint

/** The anticorruption layer: the workshop's job cards end here. */
export function fromJobCard(card, unitOfSerial) {
  const unitId = unitOfSerial.get(card.serialNo);
  if (!unitId) throw new Error(`unknown serial number ${card.serialNo}`);

  const outageId = `job-${card.jobNo}`;
  if (card.state === 'CLOSED' || STILL_DRIVABLE.has(card.jobCode)) {
    return { unitId, apply: (unit) => unit.returnToService(outageId) };
  }
  const planned = new Period(card.start, card.plannedEnd);
  return {
    unitId,
    apply: (unit) => unit.takeOutOfService(outageId, planned),
  };
}
// #endregion translate
