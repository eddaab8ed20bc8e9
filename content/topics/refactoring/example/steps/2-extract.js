function fullPrice(minutes) {
  const days = Math.floor(minutes / 1440);
  const hours = Math.ceil((minutes - days * 1440) / 60);
  return days * 1800 + Math.min(hours * 250, 1800);
}

export function price(minutes, type, lostTicket) {
  let result = 0;
  if (lostTicket) {
    result = 3000;
    if (type === 'member') result = 1500;
  } else {
    if (minutes > 15) {
      result = fullPrice(minutes);
      if (type === 'member') result = Math.floor(result * 0.8);
      if (type === 'resident') result = Math.floor(result / 2);
    }
  }
  return result;
}
