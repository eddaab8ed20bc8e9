const FREE_MINUTES = 15;
const DAY = 24 * 60;
const PER_HOUR = 250;
const DAY_MAXIMUM = 1800;
const LOST_TICKET = 3000;
const LOST_TICKET_OF = new Map([['member', 1500]]);
const PERCENT_OF = new Map([
  ['member', 80],
  ['resident', 50],
]);

function fullPrice(minutes) {
  const days = Math.floor(minutes / DAY);
  const hours = Math.ceil((minutes - days * DAY) / 60);
  return days * DAY_MAXIMUM + Math.min(hours * PER_HOUR, DAY_MAXIMUM);
}

export function price(minutes, type, lostTicket) {
  if (lostTicket) return LOST_TICKET_OF.get(type) ?? LOST_TICKET;
  if (!(minutes > FREE_MINUTES)) return 0; // also for NaN

  const percent = PERCENT_OF.get(type) ?? 100;
  return Math.floor((fullPrice(minutes) * percent) / 100);
}
