/** Hours a week for someone who hasn't chosen. */
export const usualPace = 8;
export const paceBounds = { min: 1, max: 60 } as const;

/** Reads hours a week that were stored or typed, limited to what fits in a week; the usual pace for anything else. */
export function readPace(text: string | undefined): number {
  const hours = Math.round(Number(text));
  if (!text || !Number.isFinite(hours)) return usualPace;
  return Math.min(paceBounds.max, Math.max(paceBounds.min, hours));
}

const weeksInMonth = 365.25 / 12 / 7;

/** How long some hours of study take at a pace: "3 weeks", "about 5 months", "about 2½ years". */
export function durationText(hours: number, hoursAWeek: number): string {
  const weeks = Math.max(1, Math.ceil(hours / hoursAWeek));
  if (weeks <= 8) return weeks === 1 ? '1 week' : `${weeks} weeks`;
  const months = Math.round(weeks / weeksInMonth);
  if (months < 24) return `about ${months} months`;
  const halfHours = Math.round(months / 6);
  return `about ${Math.floor(halfHours / 2)}${halfHours % 2 === 1 ? '½' : ''} years`;
}
