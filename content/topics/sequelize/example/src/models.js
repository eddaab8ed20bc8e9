import { DataTypes } from 'sequelize';

// #region models
export function defineModels(sequelize) {
  const Trip = sequelize.define('Trip', {
    title: { type: DataTypes.STRING, allowNull: false },
    startsOn: { type: DataTypes.DATEONLY, allowNull: false },
    places: {
      type: DataTypes.INTEGER,
      allowNull: false,
      validate: { min: 0 },
    },
  });
  const Booking = sequelize.define('Booking', {
    hiker: {
      type: DataTypes.STRING,
      allowNull: false,
      validate: { is: /^M-\d{1,9}$/ }, // a member number
    },
  });
  const foreignKey = { name: 'tripId', allowNull: false };
  Trip.hasMany(Booking, { as: 'bookings', foreignKey, onDelete: 'NO ACTION' });
  Booking.belongsTo(Trip, { as: 'trip', foreignKey, onDelete: 'NO ACTION' });
  return { sequelize, Trip, Booking };
}
// #endregion models
