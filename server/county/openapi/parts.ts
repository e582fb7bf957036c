/** Short words for writing an OpenAPI document. */
export type Json = { readonly [key: string]: unknown };

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
export const asJson = (schema: Json): Json => ({ 'application/json': { schema } });
export const body = (schema: Json): Json => ({ required: true, content: asJson(schema) });
export const ok = (description: string, schema: Json): Json => ({ description, content: asJson(schema) });
export const nothing = (description: string): Json => ({ description });
export const error = (description: string): Json => ok(description, ref('ApiError'));
export const pathParameter = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
export const query = (name: string, description: string, required = true): Json => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});

export const service = pathParameter('service', 'Id of the service, in kebab case.');
/** Without it no state-changing call is answered: another site's form cannot send it. */
export const ourPage: Json = { name: 'x-mydata-request', in: 'header', required: true, schema: { const: '1' } };
export const object: Json = { type: 'object' };
export const text: Json = { type: 'string' };
export const instant: Json = { type: 'string', format: 'date-time' };

export const required = (properties: Json): Json => ({ type: 'object', required: Object.keys(properties), properties });
