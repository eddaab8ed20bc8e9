import argparse

from rich import print

from choirtools import bars


def main() -> None:
    parser = argparse.ArgumentParser(prog="choir")
    parser.add_argument("beats", type=int)
    beats = parser.parse_args().beats
    print(f"[bold]{bars(beats)}[/bold] bars")
