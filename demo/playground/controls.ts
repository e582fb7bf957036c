/** The way through the playground: its elements and states, and what can be turned. Forms and links, so that all of it is an address. */
import { html, nothing, type TemplateResult } from 'lit';
import { textIn, type Text } from '#schemas/text.ts';
import { addressOf, schemes, sizes, widths, type Asked } from './asked.ts';
import { attributesOf, type Attribute } from './attributes.ts';
import type { Scene } from './scenes/scene.ts';
import { texts } from './texts.ts';
import { themes } from './themes.ts';

type Choice = readonly [value: string, label: string];

const choose = (name: string, label: string, chosen: string, choices: readonly Choice[]): TemplateResult =>
  html`<label
    >${label}
    <select name=${name} .value=${chosen}>
      ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </label>`;

function control({ name, values, flag }: Attribute, stated: string, asked: Asked): TemplateResult {
  const given = asked.attributes.get(name) ?? '';
  const unset: Choice = ['', textIn(texts.asState, asked.language)];
  if (flag) return choose(`a.${name}`, name, given, [unset, ['true', 'true']]);
  if (values) return choose(`a.${name}`, name, given, [unset, ...values.map((value): Choice => [value, value])]);
  return html`<label
    >${name} <input name=${`a.${name}`} .value=${given} placeholder=${stated} autocomplete="off"
  /></label>`;
}

export function controls(scenes: readonly Scene[], scene: Scene, state: string, asked: Asked): TemplateResult {
  const say = (text: Text): string => textIn(text, asked.language);
  const attributes = attributesOf(scene.tag);
  const send = (event: Event): void => (event.currentTarget as HTMLFormElement).requestSubmit();
  return html`<header>
      <h1>${say(texts.title)}</h1>
      <p>${say(texts.intro)}</p>
    </header>
    <nav aria-label=${say(texts.elements)}>
      <ul>
        ${scenes.map(
          ({ tag, states }) =>
            html`<li>
              <a
                href=${addressOf(location.search, tag, Object.keys(states)[0]!)}
                aria-current=${tag === scene.tag ? 'page' : nothing}
                ><code>${tag}</code></a
              >
            </li>`,
        )}
      </ul>
    </nav>
    <form class="turn" method="get" aria-label=${say(texts.looks)} @change=${send}>
      <input type="hidden" name="element" value=${scene.tag} />
      ${choose(
        'state',
        say(texts.state),
        state,
        Object.entries(scene.states).map(([id, { name }]): Choice => [id, say(name)]),
      )}
      ${choose('lang', say(texts.language), asked.language, [
        ['zh-Hant', '中文'],
        ['en', 'English'],
      ])}
      ${choose('theme', say(texts.theme), asked.theme ?? '', [
        ['', say(texts.plain)],
        ...themes.map(({ id, name }): Choice => [id, say(name)]),
      ])}
      ${choose(
        'scheme',
        say(texts.scheme),
        asked.scheme,
        schemes.map((id): Choice => [id, say(texts[id])]),
      )}
      ${choose(
        'width',
        say(texts.width),
        asked.width,
        widths.map((id): Choice => [id, say(texts[id])]),
      )}
      ${choose(
        'size',
        say(texts.size),
        asked.size,
        sizes.map((id): Choice => [id, `${id} %`]),
      )}
      ${
        attributes.length
          ? html`<fieldset>
              <legend>${say(texts.attributes)}</legend>
              ${attributes.map((one) => control(one, scene.states[state]?.attributes?.[one.name] ?? '', asked))}
            </fieldset>`
          : nothing
      }
      <button>${say(texts.show)}</button>
      <a href=${`${addressOf(location.search, scene.tag, state)}&alone`}>${say(texts.alone)}</a>
    </form>`;
}
