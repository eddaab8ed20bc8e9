import { literal, Op } from 'sequelize';

// #region first-try
export async function bookBadly({ sequelize, Trip, Booking }, tripId, hiker) {
  await sequelize.transaction(async (transaction) => {
    await Booking.create({ tripId, hiker });
    const [changed] = await Trip.update(
      { places: literal('places - 1') },
      { where: { id: tripId, places: { [Op.gt]: 0 } }, transaction },
    );
    if (changed === 0) throw new Error('full');
  });
}
// #endregion first-try
