// #region migration
module.exports = {
  up: (queryInterface, { DataTypes, Op }) =>
    queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.addColumn(
        'trips',
        'meeting_point',
        { type: DataTypes.STRING },
        { transaction },
      );
      await queryInterface.addConstraint('trips', {
        type: 'check',
        fields: ['places'],
        where: { places: { [Op.gte]: 0 } },
        name: 'trips_places_not_negative',
        transaction,
      });
    }),
  // #endregion migration
  down: (queryInterface) =>
    queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.removeConstraint(
        'trips',
        'trips_places_not_negative',
        { transaction },
      );
      await queryInterface.removeColumn('trips', 'meeting_point', {
        transaction,
      });
    }),
};
