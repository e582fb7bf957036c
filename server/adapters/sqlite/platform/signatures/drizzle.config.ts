/** `npx drizzle-kit generate --config server/adapters/sqlite/platform/signatures/drizzle.config.ts` after a change of the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/platform/signatures/tables.ts',
  out: './server/adapters/sqlite/platform/signatures/migrations',
});
