/** `npx drizzle-kit generate --config server/adapters/sqlite/county/receipts/drizzle.config.ts` after a change of the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/county/receipts/tables.ts',
  out: './server/adapters/sqlite/county/receipts/migrations',
});
