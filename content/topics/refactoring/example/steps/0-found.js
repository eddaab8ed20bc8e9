// minutes, type of customer, lost ticket
export function price(m, t, l) {
  let p = 0;
  if (l) {
    p = 3000;
    if (t === 'member') p = 1500;
  } else {
    if (m > 15) {
      const d = Math.floor(m / 1440);
      let h = Math.ceil((m - d * 1440) / 60);
      if (h * 250 > 1800) p = d * 1800 + 1800;
      else p = d * 1800 + h * 250;
      if (t === 'member') p = Math.floor(p * 0.8);
      if (t === 'resident') p = Math.floor(p / 2);
    }
  }
  return p;
}
