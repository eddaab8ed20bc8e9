
export const createHandler = (products) => (request) => {
  return Response.json(products());
};
