/**
 * RFC 9535 JSONPath as forms write it: whether a text is one, and what it names. A singular path gives its one value; any
 * other gives a list, and so needs a transform (`first`, `join`, `count`) before it can fill one question. Looks at texts
 * only; `find-nodes.ts` evaluates them.
 */
import { JSONPathEnvironment } from 'json-p3';
import type { JSONPathQuery } from 'json-p3';
import { pathOverBudget } from './path-budget.ts';

const environment = new JSONPathEnvironment({ maxRecursionDepth: 64 });
const compiled = new Map<string, JSONPathQuery>();
const compiledLimit = 2_000;

/** Throws where the text is no RFC 9535 query, or over the budget. */
const compile = (path: string): JSONPathQuery => {
  if (pathOverBudget(path)) throw new RangeError('the path is over its budget');
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
