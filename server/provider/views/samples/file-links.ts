/** Links to the files of one dataset and one person, or the words that there are none. */
import { html } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { Holding } from '../../samples/holdings.ts';
import type { SamplePerson } from '../../samples/person.ts';
import { sampleKinds } from '../../samples/sample-files.ts';
import type { Html } from '../page.ts';
import { fileWords } from './words.ts';

/** → one link per format of the dataset, the locked document and the signed package among them */
export function fileLinks(dataset: CatalogueEntry, person: SamplePerson, holding: Holding): Html {
  if (!holding.has(dataset, person)) return html`<span class="soft">查無紀錄（介面回覆 204）</span>`;
  const kinds = sampleKinds.filter(
    (kind) => kind === 'zip' || dataset.formats.includes(kind === 'locked.pdf' ? 'pdf' : kind),
  );
  return html`<ul class="files">
    ${kinds.map(
      (kind) =>
        html`<li>
          <a
            href="/samples/${dataset.id}/${person.slug}.${kind}"
            aria-label="${person.name}的${dataset.name['zh-Hant']}：${fileWords[kind]}"
            >${fileWords[kind]}</a
          >
        </li>`,
    )}
  </ul>`;
}
