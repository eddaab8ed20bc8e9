const minute = 60_000;

/** Plays one evening and one night of views, with a fake clock. */
export async function replay(createPriceCache) {
  let time = 0;
  const database = { tea: 450, teapot: 3900 };
  const cache = createPriceCache({ load: async (product) => database[product], now: () => time });
  const start = 16 * 60 + 30;
  console.log('time             product  shown  database  views in the hour before');
  for (let passed = 0; passed <= 16.5 * 60; passed += 1) {
    time = passed * minute;
    const clock = (start + passed) % (24 * 60);
    if (clock === 18 * 60) Object.assign(database, { tea: 490, teapot: 4200 });
    const shown = { tea: await cache.get('tea') };
    if (clock % 30 === 0) shown.teapot = await cache.get('teapot');
    if (![17 * 60 + 30, 18 * 60 + 30, 9 * 60].includes(clock)) continue;
    const label = `${clock === 9 * 60 ? 'today    ' : 'yesterday'} ${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`;
    for (const [product, views] of [['tea', 60], ['teapot', 2]])
      console.log(`${label}  ${product.padEnd(7)}  ${String(shown[product]).padStart(5)}  ${String(database[product]).padStart(8)}  ${views}`);
  }
}
