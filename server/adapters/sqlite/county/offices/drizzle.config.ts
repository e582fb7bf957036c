/** `npx drizzle-kit generate --config server/adapters/sqlite/county/offices/drizzle.config.ts` after a change of `tables.ts`. */
export default {
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/county/offices/tables.ts',
  out: './server/adapters/sqlite/county/offices/migrations',
};
