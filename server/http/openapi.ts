/**
 * Makes an OpenAPI 3.1 document whole: shapes with a title become components, each operation says what opens it, and an error that
 * is nothing but an error has the shape of one.
 */
import { isObject } from '#schemas/json.ts';

export type Json = { readonly [key: string]: unknown };

export interface Parts {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  /** Public address. */
  readonly url: string;
  /** What each tag is about. Every tag that is used is named; what is not used is left out. */
  readonly tags: { readonly [name: string]: string };
  readonly paths: { readonly [path: string]: Json };
  readonly schemas?: Json;
  readonly parameters?: Json;
  /** By title: the schemas of what is opaque in the shapes. */
  readonly elsewhere?: Json;
  readonly securitySchemes: Json;
  readonly guard: (path: string, method: string) => Guard;
}

export interface Guard {
  /** In OpenAPI's own form; `[]`: open to everybody. */
  readonly security: readonly Json[];
  /** Content of a 4xx that says nothing of its body; absent: it has none. */
  readonly failed?: Json;
  /** Of an operation that names none. */
  readonly tag?: string;
  /** What every operation here may answer besides. */
  readonly errors?: Json;
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** What `$ref` says for a schema that the document names. */
export const componentRef = (name: string): string => `#/components/schemas/${name}`;

export type Document = Json & {
  readonly openapi: string;
  readonly info: Parts['info'];
  readonly paths: Record<string, Record<string, unknown>>;
};

/**
 * An OpenAPI 3.1 document: each schema with a title stands once among the components and is referred to, and each
 * operation has what opens it and the errors that follow from that (`guard`).
 */
export function documentOf(parts: Parts): Document {
  const { info, url, tags, schemas = {}, parameters, elsewhere = {}, securitySchemes, guard } = parts;
  const components: Record<string, unknown> = {};
  const inPlace = hoist(components, elsewhere);
  const paths = Object.fromEntries(
    Object.entries(parts.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([key, value]) => [
          key,
          inPlace(methods.includes(key) ? guarded(value as Json, guard(path, key)) : value) as unknown,
        ]),
      ),
    ]),
  );
  for (const [name, schema] of Object.entries(schemas)) components[name] = inPlace(schema, name);
  const used = new Set(Object.values(paths).flatMap((item) => Object.values(item).flatMap(tagsOf)));
  return {
    openapi: '3.1.0',
    info: { ...info, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } } as Parts['info'],
    servers: [{ url }],
    tags: Object.entries(tags)
      .filter(([name]) => used.has(name))
      .map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: components, ...(parameters && { parameters }), securitySchemes },
  };
}

const tagsOf = (operation: unknown): readonly unknown[] =>
  isObject(operation) && Array.isArray(operation['tags']) ? operation['tags'] : [];

function guarded(operation: Json, { security, failed, errors = {}, tag }: Guard): Json {
  const responses = { ...errors, ...(operation['responses'] as Json) };
  const filled = Object.entries(responses).map(([status, answer]) => [
    status,
    failed && /^4/.test(status) && isObject(answer) && !('content' in answer) ? { ...answer, content: failed } : answer,
  ]);
  return {
    security,
    ...(tag !== undefined && { tags: [tag] }),
    ...operation,
    responses: Object.fromEntries(filled) as Json,
  };
}

/** Every schema with a title, once, under its title. */
function hoist(components: Record<string, unknown>, elsewhere: Json): (value: unknown, top?: string) => unknown {
  return function inPlace(value: unknown, top?: string): unknown {
    if (Array.isArray(value)) return value.map((one) => inPlace(one));
    if (!isObject(value)) return value;
    const { title } = value;
    if (typeof title !== 'string' || title === top)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inPlace(one)]));
    const { description } = value;
    if (!(title in components)) {
      components[title] = {};
      const { title: _name, ...schema } = value;
      components[title] = title in elsewhere ? inPlace(elsewhere[title], title) : inPlace(schema);
    }
    const told = (components[title] as Json)['description'];
    return { $ref: componentRef(title), ...(description !== undefined && description !== told && { description }) };
  };
}

/** A schema file as components: itself under `name`, its parts under `name.part`. */
export function componentsOfFile(name: string, file: Json): Json {
  const here = (value: unknown, names = false): unknown => {
    if (Array.isArray(value)) return value.map((one) => here(one));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => names || !['title', '$id'].includes(key))
        .map(([key, one]) => [
          key,
          !names && key === '$ref'
            ? String(one).replace('#/$defs/', componentRef(`${name}.`))
            : here(one, key === 'properties'),
        ]),
    );
  };
  const { $defs = {}, $schema: _dialect, ...whole } = file;
  return {
    [name]: here(whole),
    ...Object.fromEntries(Object.entries($defs as Json).map(([part, one]) => [`${name}.${part}`, here(one)])),
  };
}
