/** The format of a text question: one of those with a name, or, for who knows how, a pattern. */
import { html, nothing } from 'lit';
import type { TextField } from '#schemas/form/definition.ts';
import { knownPattern, namedPatterns } from '#schemas/form/named-patterns.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { choose, numberInput, textInput } from './controls.ts';
import { say } from './property-words.ts';

/** A rule to begin with: the named one, so written that it is the designer's from now on, or any text. */
const own = (pattern: string | undefined): string => (pattern === undefined ? '.*' : `(?:${pattern})`);
const usualLength = 8;

export function formatSettings(
  { pattern }: TextField,
  language: Language,
  setFormat: (pattern: string | undefined) => void,
): unknown {
  const known = pattern === undefined ? undefined : knownPattern(pattern);
  const chosen = pattern === undefined ? '' : (known?.named.id ?? 'own');
  const choosing = (id: string): void => {
    const named = namedPatterns.find((one) => one.id === id);
    if (named) setFormat(named.pattern(known?.named.lengths ? known.length : usualLength));
    else setFormat(id === 'own' ? own(pattern) : undefined);
  };
  const { named, length = 0 } = known ?? {};
  const [least, most] = named?.lengths ?? [1, 1];
  return html`<div class="row">
      ${choose(
        say(language, 'format'),
        chosen,
        [
          ['', say(language, 'formatNone')],
          ...namedPatterns.map(({ id, name }) => [id, textIn(name, language)] as const),
          ['own', say(language, 'formatOwn')],
        ],
        choosing,
        named ? { id: 'format', hint: say(language, 'formatExample', { example: named.example(length) }) } : {},
      )}
      ${
        named?.lengths
          ? numberInput(say(language, 'formatLength'), length, (next) =>
              setFormat(named.pattern(Math.min(most, Math.max(least, Math.round(next ?? usualLength))))),
            )
          : nothing
      }
    </div>
    ${
      chosen === 'own'
        ? textInput(say(language, 'pattern'), pattern ?? '', (value) => setFormat(value || undefined), {
            id: 'pattern',
            hint: say(language, 'patternHint'),
          })
        : nothing
    }`;
}
