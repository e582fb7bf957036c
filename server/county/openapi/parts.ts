/** Short words for writing an OpenAPI document. */
import { ApiError } from '#schemas/wire/county-api.ts';
import type { Json } from '../../http/openapi.ts';

export type { Json };

/** A body's content of one type: JSON of this schema. */
export const asJson = (schema: object): Json => ({ 'application/json': { schema } });
/** A JSON body that must be there. */
export const body = (schema: object): Json => ({ required: true, content: asJson(schema) });
/** An answer with a JSON body, of whichever status it stands under. */
export const ok = (description: string, schema: object): Json => ({ description, content: asJson(schema) });
/** An answer without a body, or whose body is said elsewhere. */
export const nothing = (description: string): Json => ({ description });
/** An answer of `ApiError`. @param description names its codes, in backticks */
export const error = (description: string): Json => ok(description, ApiError);
/** A text in the address, as it stands between two slashes. */
export const pathParameter = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
/** A text in the query, required unless said otherwise. */
export const query = (name: string, description: string, required = true): Json => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});

export const service = pathParameter('service', 'Id of the service, in kebab case.');
/** Without it no state-changing call is answered: another site's form cannot send it. */
export const ourPage: Json = {
  name: 'x-mydata-request',
  in: 'header',
  required: true,
  schema: { type: 'string', const: '1' },
};
export const text: Json = { type: 'string' };

/** An object with these properties, all of them required. */
export const required = (properties: Json): Json => ({ type: 'object', required: Object.keys(properties), properties });

/** Of another kind than JSON. */
export const file = (description: string, ...types: readonly string[]): Json => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: text }])),
});
export const html: Json = { 'text/html': { schema: text } };
