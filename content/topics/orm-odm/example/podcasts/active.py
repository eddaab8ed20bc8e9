"""Active Record with Peewee: each object saves itself."""

from peewee import ForeignKeyField, IntegerField, Model, SqliteDatabase, TextField

database = SqliteDatabase(None)


class Record(Model):
    class Meta:
        database = database


class Host(Record):
    name = TextField()
    city = TextField()
    phone = TextField()


class Show(Record):
    title = TextField()
    listeners = IntegerField()
    host = ForeignKeyField(Host)
    version = IntegerField(default=1)


class Episode(Record):
    title = TextField()
    show = ForeignKeyField(Show)


def connect(path, sent):
    """Opens the database and reports every statement to `sent`."""
    database.init(path)
    database.connection().set_trace_callback(sent)
    return database
