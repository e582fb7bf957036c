/** 告知: hosts `<mydata-consent>`, which explains and leads to the platform. Consent itself is given there, not here. */
import { html } from 'lit';
import '#components/define/mydata-consent.ts';
import { apiBase } from '../api/county-api.ts';
import { language, say } from '../layout/language.ts';
import { phrases } from '../layout/phrases.ts';
import { dropReceipt } from '../journey/receipt.ts';
import { contactCard } from '../services/contact-card.ts';
import { showServicePage } from '../services/service-page.ts';
import { isSigningOffered, signLink } from '../signature/sign-link.ts';
import { text } from '../text/text.ts';

let signing = false;

const page = showServicePage({
  title: text('使用 MyData 前的告知', 'Notice before using MyData'),
  station: () => 'notice',
  content: (service) => html`
    <h1>${phrases(say(service.name))}</h1>
    <div class="columns">
      <div>
        <mydata-consent
          class="sheet"
          .detail=${service}
          service=${service.id}
          api=${apiBase}
          lang=${language()}
          @mydata-journey-started=${dropReceipt}
        ></mydata-consent>
        ${signLink(service.id, signing)}
      </div>
      <aside class="column-side">${contactCard(service.contact)}</aside>
    </div>
  `,
  loaded: ({ id }) =>
    void isSigningOffered(id).then((offered) => {
      signing = offered;
      page.redraw();
    }),
});
