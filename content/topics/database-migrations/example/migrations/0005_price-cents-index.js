export function up(pgm) {
  pgm.noTransaction();
  pgm.sql('DROP INDEX CONCURRENTLY IF EXISTS product_price_cents');
  pgm.sql(
    'CREATE INDEX CONCURRENTLY product_price_cents ON product (price_cents)',
  );
}

export const down = false;
