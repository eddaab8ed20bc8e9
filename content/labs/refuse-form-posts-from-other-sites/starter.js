export function isForged(request, ownOrigin) {
  return false;
}

export function protect(transfer, ownOrigin) {
  return (request) => transfer(request);
}
