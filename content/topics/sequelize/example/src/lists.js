// #region list
export async function listTrips({ Trip }, page = 1, size = 20) {
  if (!Number.isInteger(page) || page < 1 || page > 10_000)
    throw new RangeError('page must be a number from 1 to 10000');
  const { count, rows } = await Trip.findAndCountAll({
    attributes: ['id', 'title', 'places'],
    include: {
      association: 'bookings',
      attributes: ['hiker'],
      separate: true, // a second query with the ids of this page's trips
      order: ['id'],
    },
    order: ['startsOn', 'id'],
    limit: size,
    offset: (page - 1) * size,
  });
  return { pages: Math.ceil(count / size), trips: rows };
}
// #endregion list
