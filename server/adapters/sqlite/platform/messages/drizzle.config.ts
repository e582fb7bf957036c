/** `npx drizzle-kit generate --config server/adapters/sqlite/platform/messages/drizzle.config.ts` after a change of the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/platform/messages/tables.ts',
  out: './server/adapters/sqlite/platform/messages/migrations',
});
