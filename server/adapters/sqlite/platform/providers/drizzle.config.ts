/** `npx drizzle-kit generate --config server/adapters/sqlite/platform/providers/drizzle.config.ts` after a change of the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/platform/providers/tables.ts',
  out: './server/adapters/sqlite/platform/providers/migrations',
});
