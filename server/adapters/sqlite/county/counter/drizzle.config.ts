/** `npx drizzle-kit generate --config server/adapters/sqlite/county/counter/drizzle.config.ts` after a change of `tables.ts`. */
export default {
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/county/counter/tables.ts',
  out: './server/adapters/sqlite/county/counter/migrations',
};
