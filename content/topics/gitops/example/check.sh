#!/bin/sh
# check.sh: renders every environment and refuses what mustn't reach a cluster.
set -eu
refuse() { echo "REFUSED: $env $1" >&2 && exit 1; }
for env in app/staging app/production; do
  manifests=$(kubectl kustomize "$env")
  count() { printf '%s\n' "$manifests" | grep -Ec "$1" || true; }
  readable() { # the number of lines in Secrets whose value isn't encrypted
    printf '%s\n' "$manifests" | awk '
      /^---$/ { if (secret) total += lines; secret = lines = values = 0 }
      /^kind: Secret$/ { secret = 1 }
      /^[^ ]/ { values = /^(data|stringData):/; if (/^(data|stringData): ./) lines++; next }
      values && !/: ENC\[/ { lines++ }
      END { if (secret) total += lines; print total + 0 }'
  }
  # #region checks
  [ "$(count '^kind: Deployment$')" -gt 0 ] || refuse "has no Deployment"
  [ "$(count 'image:')" = "$(count 'image: .*@sha256:[0-9a-f]{64}$')" ] || refuse "has an image without a digest"
  [ "$(readable)" = 0 ] || refuse "has a Secret that isn't encrypted"
  # #endregion checks
done
