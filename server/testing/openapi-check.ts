/**
 * One check for all three apps: every route is described, everything described is a route, and the document holds
 * together (path parameters declared, references that lead somewhere, operation ids used once).
 */
import assert from 'node:assert/strict';
import type { Hono } from 'hono';

interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly $ref?: string }>>;
  readonly security?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly 'x-refuses'?: 'nothing';
  readonly tags?: readonly string[];
}

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly $ref?: string;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/**
 * @param options.ignore routes that need no description, e.g. those of static files: `(route) => route.startsWith('GET /assets/')`
 */
export function assertDescribesRoutes(
  // Apps differ in their bindings; only the table of routes is read.
  app: Pick<Hono, 'routes'> | { readonly routes: readonly { readonly method: string; readonly path: string }[] },
  document: OpenApiDocument,
  options: { readonly ignore?: (route: string) => boolean } = {},
): void {
  assert.match(document.openapi, /^3\.1\.\d+$/);
  assert.ok(document.info.title && document.info.version);

  // Middleware is listed under ALL.
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${describedPath(path)}`);
  const described = operationsOf(document).map(({ method, path }) => `${method} ${path}`);
  const expected = [...new Set(routes)].filter((route) => !options.ignore?.(route)).sort();
  assert.deepEqual([...described].sort(), expected, 'the document and the routes differ');

  checkOperations(document);
  checkReferences(document);
  checkSchemas(document);
}

/** Hono's `/dp/:resource{[A-Z]+}` is OpenAPI's `/dp/{resource}`. */
const describedPath = (path: string): string => path.replace(/:(\w+)(\{[^/]*\})?\??/g, '{$1}');

const operationsOf = (document: OpenApiDocument): { method: string; path: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([key]) => methods.includes(key))
      .map(([key, operation]) => ({ method: key.toUpperCase(), path, operation: operation as Operation })),
  );

function checkOperations(document: OpenApiDocument): void {
  const ids = new Set<string>();
  for (const { method, path, operation } of operationsOf(document)) {
    const name = `${method} ${path}`;
    assert.ok(operation.operationId, `${name} has no operationId`);
    assert.ok(!ids.has(operation.operationId), `${operation.operationId} is used twice`);
    ids.add(operation.operationId);
    assert.ok(Object.keys(operation.responses ?? {}).length, `${name} has no responses`);
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      assert.match(status, /^([1-5](\d\d|XX)|default)$/, name);
      assert.ok(response.description || response.$ref, `${name} ${status} has no description`);
    }
    assert.ok(operation.security, `${name} does not say what opens it`);
    assert.ok(operation.tags?.length, `${name} has no tag`);
    // What is open and takes nothing refuses nothing.
    const refuses =
      operation['x-refuses'] === 'nothing' ||
      Object.keys(operation.responses ?? {}).some((status) => /^[34]/.test(status));
    assert.ok(refuses || !(operation.requestBody || operation.security.length), `${name} refuses nothing`);
    const shared = (document.paths[path]?.['parameters'] ?? []) as readonly Parameter[];
    const parameters = [...shared, ...(operation.parameters ?? [])].map((one) =>
      one.$ref ? (at(document, one.$ref) as Parameter) : one,
    );
    const inPath = parameters.filter((one) => one?.in === 'path');
    const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    assert.deepEqual(inPath.map((one) => one.name).sort(), placeholders.sort(), `path parameters of ${name}`);
    assert.ok(
      inPath.every((one) => one.required),
      `path parameters of ${name} must be required`,
    );
  }
}

function checkReferences(document: OpenApiDocument): void {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string' && inner.startsWith('#')) {
        assert.notEqual(at(document, inner), undefined, `${inner} leads nowhere`);
      } else visit(inner);
    }
  };
  visit(document);
}

/** A schema that says nothing is no schema: code that is made of it knows nothing either. */
function checkSchemas(document: OpenApiDocument): void {
  const says = (schema: unknown): boolean =>
    Object.keys(schema as object).some((key) => key !== 'type' && key !== 'description');
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = `${place}/${key}`;
      const isSchema = key === 'schema' || key === 'items' || /\/(properties|components\/schemas)$/.test(place);
      if (isSchema && typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
        const { type } = inner as { readonly type?: unknown };
        assert.ok(says(inner) || (type !== undefined && type !== 'object'), `${here} is empty`);
      }
      if (/\/content$/.test(place)) assert.ok((inner as { schema?: unknown }).schema, `${here} has no schema`);
      visit(inner, here);
    }
  };
  visit(document, '#');
}

const at = (document: unknown, pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);
