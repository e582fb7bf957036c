/** `npx drizzle-kit generate --config server/adapters/sqlite/county/drizzle.config.ts` after a change of `tables.ts`. */
export default {
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/county/tables.ts',
  out: './server/adapters/sqlite/county/migrations',
};
