module.exports = {
  up: (queryInterface, { DataTypes }) =>
    queryInterface.sequelize.transaction(async (transaction) => {
      const id = {
        type: DataTypes.INTEGER,
        primaryKey: true,
        autoIncrement: true,
      };
      const times = {
        created_at: { type: DataTypes.DATE, allowNull: false },
        updated_at: { type: DataTypes.DATE, allowNull: false },
      };
      await queryInterface.createTable(
        'trips',
        {
          id,
          title: { type: DataTypes.STRING, allowNull: false },
          starts_on: { type: DataTypes.DATEONLY, allowNull: false },
          places: { type: DataTypes.INTEGER, allowNull: false },
          ...times,
        },
        { transaction },
      );
      await queryInterface.createTable(
        'bookings',
        {
          id,
          hiker: { type: DataTypes.STRING, allowNull: false },
          trip_id: {
            type: DataTypes.INTEGER,
            allowNull: false,
            references: { model: 'trips', key: 'id' },
            onDelete: 'NO ACTION',
          },
          ...times,
        },
        { transaction },
      );
      await queryInterface.addConstraint('bookings', {
        type: 'unique',
        fields: ['trip_id', 'hiker'],
        name: 'bookings_once_per_hiker',
        transaction,
      });
    }),
  down: (queryInterface) =>
    queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.dropTable('bookings', { transaction });
      await queryInterface.dropTable('trips', { transaction });
    }),
};
