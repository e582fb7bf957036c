/** `npx drizzle-kit generate --config server/adapters/sqlite/platform/log/drizzle.config.ts` after a change of the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/platform/log/tables.ts',
  out: './server/adapters/sqlite/platform/log/migrations',
});
