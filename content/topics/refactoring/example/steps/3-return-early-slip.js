function fullPrice(minutes) {
  const days = Math.floor(minutes / 1440);
  const hours = Math.ceil((minutes - days * 1440) / 60);
  return days * 1800 + Math.min(hours * 250, 1800);
}

export function price(minutes, type, lostTicket) {
  if (lostTicket) return type === 'member' ? 1500 : 3000;
  if (minutes <= 15) return 0;

  const full = fullPrice(minutes);
  if (type === 'member') return Math.floor(full * 0.8);
  if (type === 'resident') return Math.floor(full / 2);
  return full;
}
