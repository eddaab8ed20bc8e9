#!/bin/sh
# Makes a CA of the hospital, certificates for its services, and some others.
set -e
mkdir -p "$1"
cd "$1"

# #region functions
ca() { # name
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -addext keyUsage=critical,keyCertSign,cRLSign \
    -days 365 -subj "/CN=$1" -keyout "$1.key" -out "$1.crt" 2>/dev/null
}

issue() { # CA, file, subject alternative name, usage, days
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -subj "/CN=$2" -keyout "$2.key" -out "$2.csr" 2>/dev/null
  printf '%s\n' 'basicConstraints=critical,CA:FALSE' \
    'keyUsage=critical,digitalSignature' \
    "extendedKeyUsage=${4:-clientAuth}" "subjectAltName=$3" >"$2.ext"
  openssl x509 -req -in "$2.csr" -CA "$1.crt" -CAkey "$1.key" \
    -days "${5:-1}" -extfile "$2.ext" -out "$2.crt" 2>/dev/null
}
# #endregion functions

hospital=URI:spiffe://hospital.example
ca hospital
ca stranger
issue hospital dispatch "DNS:localhost,$hospital/dispatch" serverAuth
issue hospital ward "$hospital/ward"
issue hospital canteen "$hospital/canteen"
issue stranger fake "$hospital/ward"

# For the tests:
issue hospital two "$hospital/ward,$hospital/canteen"
issue hospital cleaning "$hospital/cleaning"
issue hospital none "DNS:localhost"
issue hospital expired "$hospital/ward" clientAuth 0
printf '[trick]\nDNS.1=a, %s/ward, b\n' "$hospital" >trick.txt
issue hospital trick "@trick
$(cat trick.txt)"
ca next
issue next ward-next "$hospital/ward"
issue next dispatch-next "DNS:localhost,$hospital/dispatch" serverAuth
