/** The playground: one element in one state, as the address asks, with the means to ask for another. */
import '#components/define/define.ts';
import { html, nothing, render } from 'lit';
import { textIn } from '#schemas/text.ts';
import { readAsked, type Asked } from './asked.ts';
import { answerCalls } from './calls.ts';
import { controls } from './controls.ts';
import { scenes } from './scenes/all.ts';
import type { Scene, State } from './scenes/scene.ts';
import { texts } from './texts.ts';
import { applyTheme } from './themes.ts';

const asked = readAsked(location.search);
const scene = scenes.find(({ tag }) => tag === asked.element) ?? scenes[0]!;
const stateId = asked.state !== undefined && scene.states[asked.state] ? asked.state : Object.keys(scene.states)[0]!;

function applyLooks({ language, scheme, size, theme }: Asked): void {
  const page = document.documentElement;
  page.lang = language === 'en' ? 'en' : 'zh-Hant-TW';
  if (scheme !== 'system') {
    page.style.colorScheme = scheme;
    page.style.setProperty('--mydata-color-scheme', scheme);
  }
  if (size !== '100') page.style.fontSize = `${size}%`;
  applyTheme(theme);
}

/** As a page would write it: properties that have no attribute are not in it. */
function make({ tag }: Scene, { attributes = {}, give }: State): HTMLElement {
  const element = document.createElement(tag);
  const language = tag.startsWith('mydata-field-') || tag === 'mydata-error-summary' ? 'language' : 'lang';
  element.setAttribute(language, asked.language);
  for (const [name, value] of [...Object.entries(attributes), ...asked.attributes])
    element.setAttribute(name, value === 'true' ? '' : value);
  give?.(element);
  return element;
}

const markup = (element: HTMLElement): string => {
  const attributes = [...element.attributes].map(({ name, value }) => (value === '' ? name : `${name}="${value}"`));
  return `<${[element.localName, ...attributes].join(' ')}></${element.localName}>`;
};

async function show(): Promise<void> {
  const state = scene.states[stateId]!;
  const say = (name: keyof typeof texts): string => textIn(texts[name], asked.language);
  const root = document.getElementById('playground')!;
  applyLooks(asked);
  answerCalls(state);
  document.title = `${scene.tag} ${textIn(state.name, asked.language)} - ${say('title')}`;
  let element: HTMLElement | undefined;
  try {
    await scene.load();
    element = make(scene, state);
  } catch (error) {
    console.error(error);
  }
  const stage = html`<main
    class=${['stage', asked.width, ...(scene.whole ? ['whole'] : [])].join(' ')}
    aria-label=${say('shown')}
  >
    ${asked.alone ? html`<h1 class="only-heard">${scene.tag}</h1>` : nothing}
    ${element ?? html`<p role="alert">${say('failed')}</p>`}
  </main>`;
  const source =
    element && html`<section class="markup" aria-label=${say('markup')}><code>${markup(element)}</code></section>`;
  root.className = asked.alone ? 'alone' : 'around';
  render(asked.alone ? stage : html`${controls(scenes, scene, stateId, asked)} ${stage} ${source}`, root);
  await (element as (HTMLElement & { updateComplete?: Promise<unknown> }) | undefined)?.updateComplete;
  document.documentElement.dataset['shown'] = scene.tag;
}

void show();
