/** Short words for writing an OpenAPI document. */
import { jsonObject } from '#schemas/shapes/json.ts';
import type { Json } from '../../http/openapi.ts';

export type { Json };

/** @param codes status → words @param content status → what is sent with it; the others have no body */
export const answers = (
  codes: { readonly [status: string]: string },
  content?: { readonly [status: string]: Json },
): Json =>
  Object.fromEntries(
    Object.entries(codes).map(([status, description]) => [
      status,
      content?.[status] ? { description, content: content[status] } : { description },
    ]),
  );

/** A text, as every parameter here. */
export const inPath = (name: string, description: string): Json => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
/** @param required false for a filter */
export const inQuery = (name: string, description: string, required = true): Json => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});
/** @param name in lower case, as everywhere here @param required false where an answer comes without it too */
export const inHeader = (name: string, description: string, required = true): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

/** As the `content` of a request or an answer. */
export const json = (schema: object): Json => ({ 'application/json': { schema } });
export const page: Json = { 'text/html': { schema: { type: 'string' } } };
/** All properties are required where nothing else is said. */
export const object = (
  properties: { readonly [name: string]: object },
  required: readonly string[] = Object.keys(properties),
): Json => ({ type: 'object', properties, required });
export const text: Json = { type: 'string' };
export const number: Json = { type: 'integer' };
export const flag: Json = { type: 'boolean' };
/** Of any length. */
export const list = (items: object): Json => ({ type: 'array', items });

/** @param fields name → words; all are required where nothing else is said */
export const form = (
  fields: { readonly [name: string]: string },
  required: readonly string[] = Object.keys(fields),
): Json => ({
  required: true,
  content: {
    'application/x-www-form-urlencoded': {
      schema: object(
        Object.fromEntries(
          Object.entries(fields).map(([name, description]) => [name, { type: 'string', description }]),
        ),
        required,
      ),
    },
  },
});
/** A body that must be there. */
export const jsonBody = (schema: object): Json => ({ required: true, content: json(schema) });
/** With members that nobody lists here. */
export const anyObject: Json = { ...jsonObject };
