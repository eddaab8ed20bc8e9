# fails: A stack trace is in the same line
import json
import logging

plain = set(vars(logging.makeLogRecord({}))) | {"message", "asctime"}
secret = {"password", "token", "authorization"}


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {"level": record.levelname, "logger": record.name, "message": record.getMessage()}
        for name, value in vars(record).items():
            if name not in plain and name not in line:
                line[name] = "[hidden]" if name.lower() in secret else value
        if record.exc_info and "error" not in line:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)
