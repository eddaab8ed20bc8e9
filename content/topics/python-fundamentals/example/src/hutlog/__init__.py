"""Lowest temperatures from the logs of mountain huts."""
