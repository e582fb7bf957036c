/** The list, drawn: what blocks first, what reminds next, what is in order folded away. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PublishTask } from '#schemas/publish/task.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { groupNames, publishWords as say } from './publish-words.ts';

export interface ListActions {
  readonly go: (task: PublishTask) => void;
  readonly fix: (task: PublishTask) => void;
}

const signs = { blocks: '✕', warns: '！', done: '✓' } as const;

export function taskList(tasks: readonly PublishTask[], language: Language, actions: ListActions): TemplateResult {
  const part = (level: PublishTask['level']): TemplateResult | typeof nothing => {
    const some = tasks.filter((task) => task.level === level);
    if (!some.length) return nothing;
    const body = html`<ul class=${level}>
      ${some.map((task) => entry(task, language, actions))}
    </ul>`;
    const title = `${say(language, level)}（${some.length}）`;
    return level === 'done'
      ? html`<details>
          <summary>${title}</summary>
          ${body}
        </details>`
      : html`<section>
          <h3>${title}</h3>
          ${body}
        </section>`;
  };
  return html`${part('blocks')}${part('warns')}${part('done')}`;
}

function entry(task: PublishTask, language: Language, { go, fix }: ListActions): TemplateResult {
  const group = groupNames[task.group]?.[language === 'en' ? 1 : 0] ?? '';
  const text = textIn(task.text, language);
  return html`<li>
    <span class="sign" aria-hidden="true">${signs[task.level]}</span>
    <p><small>${group}</small> ${text}</p>
    ${
      task.at
        ? html`<button type="button" aria-label=${`${say(language, 'go')}：${text}`} @click=${() => go(task)}>
            ${say(language, 'go')}
          </button>`
        : nothing
    }
    ${
      task.fix
        ? html`<button type="button" class="fix" @click=${() => fix(task)}>${textIn(task.fix.label, language)}</button>`
        : nothing
    }
  </li>`;
}
