/** How far the work on a form is, in the list: who has changed, sent, approved or given it back, and the way to one's turn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormSummary, Turn } from '#schemas/wire/builder-api.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { timeIn } from '../store/time.ts';
import { formsWords as say } from './forms-words.ts';

const turnWords = { mend: 'toMend', approve: 'toApprove', publish: 'toPublish' } as const;

export function stageView(
  { id, name, draft, stage, sent, approval, returned, turns }: FormSummary,
  language: Language,
  open: (turn: Turn) => void,
): TemplateResult | string {
  if (!draft) return say(language, 'none');
  const told = (word: 'changed' | 'sent' | 'approved' | 'returned', by: string, at: string): string =>
    say(language, word, { name: by, time: timeIn(at, language) });
  const title = textIn(name, language) || id;
  return html`
    ${
      stage === 'approved' && approval
        ? html`<span class="mark">${told('approved', approval.by, approval.at)}</span>`
        : stage === 'sent' && sent
          ? html`<span class="mark">${told('sent', sent.by, sent.at)}</span>`
          : stage === 'returned' && returned
            ? html`<span class="back">${told('returned', returned.by, returned.at)}</span>
                <small>${returned.notes}</small>`
            : told('changed', draft.savedBy, draft.savedAt)
    }
    ${turns.map((turn) =>
      turn === 'mend' && stage === 'draft'
        ? nothing
        : html`<button
            type="button"
            class="turn"
            aria-label=${`${say(language, turnWords[turn])}：${title}`}
            @click=${() => open(turn)}
          >
            ${say(language, turnWords[turn])}
          </button>`,
    )}
  `;
}
