#!/bin/sh
# Removes what layers.sh and box.sh made.
cd "$(dirname "$0")" || exit
chmod -R u+rwx work 2> /dev/null
rm -rf layer1 layer2 upper work root
