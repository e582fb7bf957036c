/** 用自然人憑證簽署: identity proved here instead of on the platform. What is signed proves who, and consents to nothing. */
import { html } from 'lit';
import { callCounty } from '#components/county-calls.ts';
import { listenForDates } from '#schemas/keyboard/date-boxes.ts';
import { apiBase } from '../api/county-api.ts';
import { serviceHere } from '../journey/service-path.ts';
import { dropReceipt } from '../journey/receipt.ts';
import { say } from '../layout/language.ts';
import { focusOn } from '../layout/page.ts';
import { contactCard } from '../services/contact-card.ts';
import { showServicePage } from '../services/service-page.ts';
import { signWithCard } from '../signature/card.ts';
import { signErrorId, signForm } from '../signature/sign-form.ts';
import { signTexts as texts } from '../signature/sign-texts.ts';
import { problemOf, type SignProblem } from '../signature/message-of.ts';

listenForDates(document);

const service = serviceHere();
const base = `/services/${encodeURIComponent(service)}/signature`;
let busy = false;
let problem: SignProblem | undefined;

async function sign(form: FormData): Promise<void> {
  busy = true;
  problem = undefined;
  page.redraw();
  try {
    const said = (name: string): string => String(form.get(name) ?? '');
    const chosen = [...form].flatMap(([name, value]) => (name.startsWith('group-') ? [String(value)] : []));
    const names = ['nationalId', 'name', 'birthdayYear', 'birthdayMonth', 'birthdayDay', 'email', 'mobile'] as const;
    const request = { ...Object.fromEntries(names.map((name) => [name, said(name)])), chosen };
    const { data, ticket } = await callCounty<{ data: string; ticket: string }>(apiBase, `${base}/request`, {
      method: 'POST',
      body: request,
    });
    const pkcs7 = await signWithCard(service, { card: said('card'), pin: said('pin'), text: data });
    const { location: to } = await callCounty<{ location: string }>(apiBase, base, {
      method: 'POST',
      body: { ticket, pkcs7 },
    });
    dropReceipt();
    location.assign(to);
  } catch (failure) {
    busy = false;
    problem = problemOf(failure);
    page.redraw();
    focusOn(signErrorId);
  }
}

const page = showServicePage({
  title: texts.title,
  station: () => 'notice',
  content: (detail) => html`
    <h1>${say(texts.title)}</h1>
    <p class="lead">${say(texts.lead)}</p>
    <div class="columns">
      <div>${signForm({ groups: detail.asked.anyOf, busy, problem, onSubmit: (form) => void sign(form) })}</div>
      <aside class="column-side">${contactCard(detail.contact)}</aside>
    </div>
  `,
});
