/** `npx drizzle-kit generate --config server/adapters/sqlite/platform/counter/drizzle.config.ts` after a change of the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/platform/counter/tables.ts',
  out: './server/adapters/sqlite/platform/counter/migrations',
});
