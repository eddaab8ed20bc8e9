const LOST_TICKET = new Map([['member', 1500]]);
const PERCENT = new Map([
  ['member', 80],
  ['resident', 50],
]);

function fullPrice(minutes) {
  const days = Math.floor(minutes / 1440);
  const hours = Math.ceil((minutes - days * 1440) / 60);
  return days * 1800 + Math.min(hours * 250, 1800);
}

export function price(minutes, type, lostTicket) {
  if (lostTicket) return LOST_TICKET.get(type) ?? 3000;
  if (!(minutes > 15)) return 0; // also for NaN

  const percent = PERCENT.get(type) ?? 100;
  return Math.floor((fullPrice(minutes) * percent) / 100);
}
