export function price(minutes, type, lostTicket) {
  let result = 0;
  if (lostTicket) {
    result = 3000;
    if (type === 'member') result = 1500;
  } else {
    if (minutes > 15) {
      const days = Math.floor(minutes / 1440);
      let hours = Math.ceil((minutes - days * 1440) / 60);
      if (hours * 250 > 1800) result = days * 1800 + 1800;
      else result = days * 1800 + hours * 250;
      if (type === 'member') result = Math.floor(result * 0.8);
      if (type === 'resident') result = Math.floor(result / 2);
    }
  }
  return result;
}
