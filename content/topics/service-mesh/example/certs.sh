#!/bin/sh
# A certificate authority for the mesh, and an identity for each service.
set -eu
mkdir -p run
cd run
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj '/CN=mesh' \
  -addext keyUsage=critical,keyCertSign,cRLSign \
  -keyout ca.key -out ca.pem 2> /dev/null
for name in passengers boarding parking; do
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" \
    -keyout "$name.key" -out "$name.csr" 2> /dev/null
  openssl x509 -req -days 1 -in "$name.csr" -CA ca.pem -CAkey ca.key \
    -CAcreateserial -out "$name.crt" 2> /dev/null
  cat "$name.crt" "$name.key" > "$name.pem"
done
