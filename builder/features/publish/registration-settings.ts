/**
 * What only a registration 登錄 at the platform asks. All of it may be left open: what is left empty stays absent in the
 * document, and the list says what the platform will ask for.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { isOfficeEmail } from '#schemas/services/office-email.ts';
import type { ReplacedProof, Service } from '#schemas/services/types.ts';
import { textIn, type Text } from '#schemas/text.ts';
import { setService } from '../../commands/set-service.ts';
import type { Json } from '../../model/json.ts';
import type { BuilderContext } from '../builder-context.ts';
import { bothLanguages, choose, textInput, tick } from '../properties/controls.ts';
import { publishWords as words } from './publish-words.ts';
import { registrationSettingsWords as say } from './registration-settings-words.ts';

const none: Text = { 'zh-Hant': '', en: '' };

function put(builder: BuilderContext, keys: readonly string[], value: unknown): void {
  builder.run(setService, { of: 'service', keys, value: value as Json | undefined });
}

export function emailInput(builder: BuilderContext): TemplateResult {
  const { session, language } = builder;
  const { email = '' } = session.document.service.contact;
  return html`<div data-key="contact.email" tabindex="-1">
    ${textInput(
      say(language, 'email'),
      email,
      (value) => put(builder, ['contact', 'email'], value.trim() || undefined),
      {
        id: 'contact-email',
        type: 'email',
        hint: say(language, 'emailHint'),
        ...(email && !isOfficeEmail(email) ? { error: say(language, 'emailWrong') } : {}),
      },
    )}
  </div>`;
}

export function centralInput(builder: BuilderContext): TemplateResult {
  const { session, language } = builder;
  return html`<div data-key="centralService" tabindex="-1">
    ${choose(
      say(language, 'central'),
      session.document.service.centralService ?? '',
      [
        ['', say(language, 'unsaid')],
        ['none', say(language, 'centralNone')],
        ['exists', say(language, 'centralExists')],
      ],
      (value) => put(builder, ['centralService'], value || undefined),
      { id: 'central-service', hint: say(language, 'centralHint') },
    )}
  </div>`;
}

/** Of one dataset, below the proof that it replaces. */
export function lookUpInputs(
  { language }: BuilderContext,
  proof: ReplacedProof,
  changed: (change: { readonly [Key in 'lookUp' | 'lookUpNote']?: ReplacedProof[Key] | undefined }) => void,
): TemplateResult {
  const { dataset, lookUp, lookUpNote } = proof;
  return html`
    <div data-key="replaces.${dataset}.lookUp" tabindex="-1">
      ${choose(
        say(language, 'lookUp'),
        lookUp ?? '',
        [
          ['', say(language, 'unsaid')],
          ['no', say(language, 'lookUpNo')],
          ['in-part', say(language, 'lookUpInPart')],
          ['yes', say(language, 'lookUpYes')],
        ],
        (value) => changed({ lookUp: (value || undefined) as ReplacedProof['lookUp'] }),
        { id: `look-up-${dataset}`, hint: say(language, 'lookUpHint') },
      )}
    </div>
    ${
      lookUp === 'in-part' || lookUpNote
        ? html`<div data-key="replaces.${dataset}.lookUpNote" tabindex="-1">
            ${bothLanguages(
              say(language, 'lookUpNote'),
              [words(language, 'zh'), words(language, 'en')],
              lookUpNote,
              (text) => changed({ lookUpNote: text }),
              { optional: true, wide: true },
            )}
          </div>`
        : nothing
    }
  `;
}

export function specialSettings(builder: BuilderContext): TemplateResult {
  const { session, language, catalogue } = builder;
  const { special, datasets } = session.document.service;
  const names = datasets
    .flatMap((one) => (typeof one === 'string' ? [one] : one.anyOf))
    .flatMap((id) => {
      const entry = catalogue.get(id);
      return entry?.specialCategory ? [`「${textIn(entry.name, language)}」`] : [];
    });
  const change = (part: Partial<NonNullable<Service['special']>>): void => {
    const next = { basis: none, writtenConsent: false, ...special, ...part };
    const empty = !next.basis['zh-Hant'] && !next.basis.en && !next.writtenConsent;
    put(builder, ['special'], empty ? undefined : next);
  };
  return html`<details open>
    <summary>${say(language, 'special')}</summary>
    <p class="note">
      ${names.length ? say(language, 'specialAsked', { names: names.join('、') }) : say(language, 'specialNone')}
    </p>
    <div data-key="special.basis" tabindex="-1">
      ${bothLanguages(
        say(language, 'specialBasis'),
        [words(language, 'zh'), words(language, 'en')],
        special?.basis,
        (basis) => change({ basis: basis ?? none }),
        { optional: true, wide: true },
      )}
    </div>
    <div data-key="special.writtenConsent" tabindex="-1">
      ${tick(say(language, 'specialConsent'), special?.writtenConsent ?? false, (value) =>
        change({ writtenConsent: value ?? false }),
      )}
    </div>
  </details>`;
}
