# fails: Level, logger and the whole message are there
import json
import logging

plain = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {"level": record.levelname, "logger": record.name, "message": record.msg}
        for name, value in vars(record).items():
            if name not in plain:
                line[name] = "[hidden]" if name.lower() in {"password", "token", "authorization"} else value
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)
