# fails: Extra fields are fields of the line, and nothing else is
import json
import logging


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {**vars(record), "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        for name in line:
            if name.lower() in {"password", "token", "authorization"}:
                line[name] = "[hidden]"
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)
