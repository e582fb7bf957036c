/** Every pattern that a form's author wrote, held against the engine that will run it. For the server: the engine is no page's. */
import type { FormDefinition } from '../form/definition.ts';
import { problem, type DefinitionProblem } from '../form/problem.ts';
import { allFieldsWithPaths } from '../form/with-paths.ts';
import { patternProblem } from './linear.ts';

/** JSONPath literals given to `match` and `search`, RFC 9535, 2.4.6. */
const called = /\b(?:match|search)\s*\([^'")]*,\s*('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")\s*\)/g;

const literal = (quoted: string): string => {
  const inner = quoted.slice(1, -1);
  try {
    return JSON.parse(
      quoted[0] === '"' ? quoted : `"${inner.replaceAll("\\'", "'").replaceAll('"', '\\"')}"`,
    ) as string;
  } catch {
    return inner;
  }
};

const patternsInPath = (path: string): readonly string[] =>
  [...path.matchAll(called)].map(([, quoted]) => literal(quoted!));

export function checkPatterns(form: FormDefinition): readonly DefinitionProblem[] {
  return allFieldsWithPaths(form).flatMap(({ field, path }) => {
    const sources = [
      ...(field.fill?.from ?? []).map((source, index) => ({ source, at: `${path}/fill/from/${index}/path` })),
      ...(field.type === 'group' ? (field.rows?.from ?? []) : []).map((source, index) => ({
        source,
        at: `${path}/rows/from/${index}/path`,
      })),
    ];
    const written = [
      ...('pattern' in field && field.pattern !== undefined ? [{ text: field.pattern, at: `${path}/pattern` }] : []),
      ...sources.flatMap(({ source, at }) => patternsInPath(source.path).map((text) => ({ text, at }))),
    ];
    return written.flatMap(({ text, at }) => {
      const found = patternProblem(text);
      return found ? [problem(at, found.code, found.reason['zh-Hant'], found.reason.en)] : [];
    });
  });
}
