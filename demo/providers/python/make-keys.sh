#!/bin/sh
# A test authority and an agency's certificate, with openssl alone. Usage: make-keys.sh <folder>
# For trial and live an agency's certificate comes from the government's authority (GCA): then only agency.key and
# agency.pem are needed, and whoever reads packages trusts that authority.
set -e
umask 077
mkdir -p "$1" && cd "$1"
openssl req -x509 -newkey rsa:2048 -nodes -utf8 -days 3650 -keyout ca.key -out ca.pem \
  -subj "/C=TW/O=某某機關（測試）/CN=某某機關測試憑證管理中心" \
  -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign"
openssl req -newkey rsa:2048 -nodes -utf8 -keyout agency.key -out agency.csr \
  -subj "/C=TW/O=某某機關/CN=dp.agency.example"
cat > agency.ext <<EXT
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
EXT
openssl x509 -req -in agency.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 730 -sha256 \
  -extfile agency.ext -out agency.pem
rm agency.csr agency.ext
