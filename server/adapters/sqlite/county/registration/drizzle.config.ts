/** `npx drizzle-kit generate --config server/adapters/sqlite/county/registration/drizzle.config.ts` after a change of `tables.ts`. */
export default {
  dialect: 'sqlite',
  schema: './server/adapters/sqlite/county/registration/tables.ts',
  out: './server/adapters/sqlite/county/registration/migrations',
};
