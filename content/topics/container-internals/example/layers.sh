#!/bin/sh
# Three layers of an image, as folders.
set -eu
cd "$(dirname "$0")"
sh clean.sh
mkdir -p layer1/bin layer1/proc layer1/old layer1/fonts layer1/tmp layer1/app layer2/app
cp "$(command -v busybox)" layer1/bin/busybox
for command in sh ls cat hostname ps rm mkdir id umount grep sleep readlink; do
  ln -s busybox "layer1/bin/$command"
done
echo A > layer1/fonts/a.ttf
echo SECRET > layer1/tmp/build.key
echo 'old chart' > layer1/app/main.txt
echo 'star chart' > layer2/app/main.txt
mkdir upper work root # the container's own layer, overlayfs's desk, the result
