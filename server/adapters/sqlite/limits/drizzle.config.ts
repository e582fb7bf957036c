/** `npx drizzle-kit generate --config server/adapters/sqlite/limits/drizzle.config.ts` after a change of the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/limits/tables.ts',
  out: './server/adapters/sqlite/limits/migrations',
});
