const FREE_MINUTES = 15;
const DAY = 24 * 60;
const FACTOR = new Map([
  ['member', 0.8],
  ['resident', 0.5],
]);

export function price(minutes, type, lostTicket) {
  if (lostTicket) return type === 'member' ? 1500 : 3000;
  const days = Math.floor(minutes / DAY);
  const rest = minutes % DAY;
  if (rest <= FREE_MINUTES) return 0;
  const full = days * 1800 + Math.min(Math.ceil(rest / 60) * 250, 1800);
  return Math.floor(full * (FACTOR.get(type) ?? 1));
}
