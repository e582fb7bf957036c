/** `npx drizzle-kit generate --config server/adapters/sqlite/county/forms/drizzle.config.ts` after a change of `tables.ts`. */
export default {
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/county/forms/tables.ts',
  out: './server/adapters/sqlite/county/forms/migrations',
};
