/** `npx drizzle-kit generate --config server/adapters/sqlite/provider/drizzle.config.ts` after a change of the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/provider/tables.ts',
  out: './server/adapters/sqlite/provider/migrations',
});
