from alembic import context

from hives.database import engine
from hives.models import Base

# #region run
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()
# #endregion run
