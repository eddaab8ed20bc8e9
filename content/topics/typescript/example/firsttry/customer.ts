interface PublicCustomer {
  name: string;
}

function toJson(customer: PublicCustomer): string {
  return JSON.stringify(customer);
}

const row = { name: 'Ada', passwordHash: '$2b$12$' };
console.log(toJson(row));
