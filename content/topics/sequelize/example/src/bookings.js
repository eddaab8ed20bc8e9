import {
  ForeignKeyConstraintError,
  literal,
  Op,
  UniqueConstraintError,
} from 'sequelize';

const isId = (value) => Number.isInteger(value) && value > 0 && value < 2 ** 31;

class Full extends Error {}

// #region book
export async function book({ sequelize, Trip, Booking }, tripId, hiker) {
  if (!isId(tripId)) return 'no such trip';
  try {
    await sequelize.transaction(async (transaction) => {
      await Booking.create({ tripId, hiker }, { transaction });
      const [changed] = await Trip.update(
        { places: literal('places - 1') },
        { where: { id: tripId, places: { [Op.gt]: 0 } }, transaction },
      );
      if (changed === 0) throw new Full();
    });
    return 'booked';
  } catch (error) {
    if (error instanceof Full) return 'full';
    if (error instanceof UniqueConstraintError) return 'booked already';
    if (error instanceof ForeignKeyConstraintError) return 'no such trip';
    throw error;
  }
}
// #endregion book

export async function cancel({ sequelize, Trip, Booking }, tripId, hiker) {
  // An array in `where` becomes IN (...), and would cancel all of them.
  if (!isId(tripId) || typeof hiker !== 'string') return 'not booked';
  return sequelize.transaction(async (transaction) => {
    const where = { tripId, hiker };
    const deleted = await Booking.destroy({ where, transaction });
    if (deleted === 0) return 'not booked';
    await Trip.increment('places', { where: { id: tripId }, transaction });
    return 'canceled';
  });
}
