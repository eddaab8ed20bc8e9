import sys
from datetime import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

VIENNA, SAO_PAULO = ZoneInfo("Europe/Vienna"), ZoneInfo("America/Sao_Paulo")

weekly = import_module(f"lessons.{sys.argv[1]}").weekly
for starts in weekly(datetime(2027, 3, 23, 17, 0), "Europe/Vienna", 3):
    print(
        f"{starts:%Y-%m-%d %H:%M} UTC",
        f"Vienna {starts.astimezone(VIENNA):%H:%M}",
        f"São Paulo {starts.astimezone(SAO_PAULO):%H:%M}",
        sep="   ",
    )
