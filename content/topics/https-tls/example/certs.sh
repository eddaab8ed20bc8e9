#!/bin/sh
# Makes a root and an intermediate CA, unless they exist, and certificates of the mail service in certs/. Needs OpenSSL 3.
set -e
mkdir -p certs
cd certs

# #region issue
new_key() {
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
}

issue() { # name, issuer, days, extensions
  new_key "$1.key"
  openssl req -new -key "$1.key" -subj "/CN=$1" -addext "$4" -addext "$5" -out "$1.csr"
  openssl x509 -req -in "$1.csr" -CA "$2.pem" -CAkey "$2.key" -days "$3" \
    -copy_extensions copy -out "$1.pem" 2>/dev/null
  cat "$1.pem" "$2.pem" > "$1-chain.pem"
}

ca="keyUsage=critical,keyCertSign,cRLSign"
server="extendedKeyUsage=serverAuth"
name="subjectAltName=DNS:mail.clinic.test"

if [ ! -f root.pem ]; then
  new_key root.key
  openssl req -x509 -key root.key -subj "/CN=Clinic Root" -addext "$ca" -days 3650 -out root.pem
  issue intermediate root 1825 "basicConstraints=critical,CA:TRUE,pathlen:0" "$ca"
fi
issue mail intermediate 30 "$name" "$server"
issue mail-old intermediate 0 "$name" "$server" # expires at once
# #endregion issue
