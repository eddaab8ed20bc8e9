# fails: A line break in a value does not start a new line
import logging

plain = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    def format(self, record):
        return '{"level": "%s", "logger": "%s", "message": "%s"}' % (record.levelname, record.name, record.getMessage())
