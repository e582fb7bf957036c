/** Evaluates JSONPaths over a normalised payload, with `match` and `search` in linear time. Never part of a page. */
import { FunctionExpressionType, JSONPathEnvironment } from 'json-p3';
import type { FilterFunction, JSONPathQuery, JSONValue } from 'json-p3';
import type { NormalValue } from '../datasets/types.ts';
import { linearPattern, PatternError, type LinearPattern } from '../patterns/linear.ts';
import { pathOverBudget } from './path-budget.ts';

const compiledLimit = 2_000;

class Recent<Value> {
  readonly #known = new Map<string, Value>();

  get(key: string, make: (key: string) => Value): Value {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (this.#known.size >= compiledLimit) this.#known.clear();
    this.#known.set(key, made);
    return made;
  }
}

const patterns = new Recent<LinearPattern | 'none'>();

/** RFC 9535, 2.4.6 and 2.4.7: what is no pattern matches nothing. */
function patternFunction(uses: (pattern: LinearPattern, text: string) => boolean): FilterFunction {
  return {
    argTypes: [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType],
    returnType: FunctionExpressionType.LogicalType,
    call(text: unknown, source: unknown) {
      if (typeof text !== 'string' || typeof source !== 'string') return false;
      const pattern = patterns.get(source, patternOrNone);
      return pattern !== 'none' && uses(pattern, text);
    },
  };
}

function patternOrNone(source: string): LinearPattern | 'none' {
  try {
    return linearPattern(source);
  } catch (error) {
    if (error instanceof PatternError) return 'none';
    throw error;
  }
}

const environment = new JSONPathEnvironment({ maxRecursionDepth: 64 });
environment.functionRegister.set(
  'match',
  patternFunction((pattern, text) => pattern.matches(text)),
);
environment.functionRegister.set(
  'search',
  patternFunction((pattern, text) => pattern.finds(text)),
);

const queries = new Recent<JSONPathQuery>();

export interface FoundNode {
  readonly value: NormalValue;
  /** `$.members[0].birth_date`: the key under which `Normalised.raw` keeps what stood there. */
  readonly at: string;
}

const writeLocation = (location: readonly (string | number)[]): string =>
  location.reduce<string>((path, step) => path + (typeof step === 'number' ? `[${step}]` : `.${step}`), '$');

/** Nothing for a path over its budget, which no check lets be published. Throws where the text is no path. */
export function findNodes(path: string, data: NormalValue): readonly FoundNode[] {
  if (pathOverBudget(path)) return [];
  const query = queries.get(path, (text) => environment.compile(text));
  return [...query.query(data as JSONValue)].map((node) => ({
    value: node.value as NormalValue,
    at: writeLocation(node.location),
  }));
}
