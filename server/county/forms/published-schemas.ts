/** The JSON Schemas of what designers and counties write, for whoever checks a file with a validator of their own. */
import { Hono } from 'hono';
import askedSchema from '#schemas/services/asked.schema.json' with { type: 'json' };
import formSchema from '#schemas/form/definition.schema.json' with { type: 'json' };
import serviceSchema from '#schemas/services/service.schema.json' with { type: 'json' };
import { formFileSchema } from './loose-schema.ts';

type Published = { readonly $id: string };

const published = new Map(
  ([formSchema, formFileSchema, serviceSchema, askedSchema] as readonly Published[]).map((schema) => [
    new URL(schema.$id).pathname,
    JSON.stringify(schema),
  ]),
);

const headers = {
  'content-type': 'application/schema+json; charset=utf-8',
  'cache-control': 'public, max-age=3600',
  'access-control-allow-origin': '*',
};

/** `/schemas/form-1.json`, `form-file-1.json`, `service-1.json`, `asked-1.json`. */
export const publishedPaths: readonly string[] = [...published.keys()];

/**
 * Each schema under the path of its `$id`, for everybody, pages of other sites included: it holds nothing of anybody. What
 * it says does not change; another version has another `$id`.
 */
export function publishedSchemas(): Hono {
  const app = new Hono();
  for (const [path, schema] of published) app.get(path, (c) => c.body(schema, 200, headers));
  return app;
}
