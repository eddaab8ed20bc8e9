#!/bin/sh
cd "$(dirname "$0")" || exit
xargs kill < run/pids
rm -r run
