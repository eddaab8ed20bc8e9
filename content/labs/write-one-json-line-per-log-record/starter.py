import json
import logging


class JsonFormatter(logging.Formatter):
    def format(self, record):
        return json.dumps({"message": record.msg})
