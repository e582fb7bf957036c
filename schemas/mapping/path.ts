/**
 * RFC 9535 JSONPath over a normalised payload. A singular path gives its one value; any other gives a list,
 * and so needs a transform (`first`, `join`, `count`) before it can fill one question.
 */
import { JSONPathEnvironment } from 'json-p3';
import type { JSONPathQuery, JSONValue } from 'json-p3';
import type { NormalValue } from '../datasets/types.ts';

const environment = new JSONPathEnvironment({ maxRecursionDepth: 64 });
const compiled = new Map<string, JSONPathQuery>();
const compiledLimit = 2_000;

/** Throws where the text is no RFC 9535 query. */
const compile = (path: string): JSONPathQuery => {
  const known = compiled.get(path);
  if (known) return known;
  const query = environment.compile(path);
  if (compiled.size >= compiledLimit) compiled.clear();
  compiled.set(path, query);
  return query;
};

export const isPath = (path: string): boolean => {
  try {
    compile(path);
    return true;
  } catch {
    return false;
  }
};

export const isSingular = (path: string): boolean => compile(path).singularQuery();

export interface FoundNode {
  readonly value: NormalValue;
  /** `$.members[0].birth_date`: the key under which `Normalised.raw` keeps what stood there. */
  readonly at: string;
}

const writeLocation = (location: readonly (string | number)[]): string =>
  location.reduce<string>((path, step) => path + (typeof step === 'number' ? `[${step}]` : `.${step}`), '$');

export const findNodes = (path: string, data: NormalValue): readonly FoundNode[] =>
  [...compile(path).query(data as JSONValue)].map((node) => ({
    value: node.value as NormalValue,
    at: writeLocation(node.location),
  }));

/** Undefined where nothing is there. */
export const readPath = (path: string, data: NormalValue): NormalValue | undefined => {
  const found = findNodes(path, data);
  if (found.length === 0) return undefined;
  return isSingular(path) ? found[0]?.value : found.map((node) => node.value);
};
