/** `/samples`: every dataset with its fields and files (手冊 附件三 三-12, 三-13). Exists in the test environment only. */
import { Hono, type Context } from 'hono';
import { catalogue } from '#schemas/datasets/catalogue.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { HttpError } from '../../http/errors.ts';
import type { ProviderContext } from '../context.ts';
import { openArchive } from '../samples/archive.ts';
import type { ArchiveScope } from '../samples/archive-scope.ts';
import { catalogueJson } from '../samples/catalogue-json.ts';
import { findDatasets, isReadable, readSearch } from '../samples/find-datasets.ts';
import { holdings } from '../samples/holdings.ts';
import type { SamplePerson } from '../samples/person.ts';
import { preparation } from '../samples/preparation.ts';
import { sampleFiles, sampleKinds, type SampleKind } from '../samples/sample-files.ts';
import { archivePage } from '../views/samples/archive-page.ts';
import { datasetPage } from '../views/samples/dataset-page.ts';
import { listPage } from '../views/samples/list-page.ts';
import { peoplePage, personPage } from '../views/samples/people-pages.ts';

const types: Readonly<Record<SampleKind, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  'locked.pdf': 'application/pdf',
  zip: 'application/zip',
};

/**
 * → an app of its own, for everybody; what it has no sample of is 404, and an archive is streamed. Begins to draw the
 * documents when the page of archives is looked at.
 */
export function sampleRoutes(ctx: ProviderContext): Hono {
  const app = new Hono();
  const people = ctx.config.people ?? [];
  const all = [...catalogue.values()];
  const files = sampleFiles(ctx);
  const drawing = preparation(ctx.log);
  const held = () => holdings(ctx.storage, people);
  const datasetOf = (id: string): CatalogueEntry => catalogue.get(id) ?? missing();
  const personOf = (slug: string): SamplePerson => people.find((person) => person.slug === slug) ?? missing();

  app.get('/', async (c) => {
    const search = readSearch(c.req.query());
    const found = findDatasets(all, search);
    return c.html(listPage({ search, found, all: all.length, people: people.length, holding: await held() }));
  });
  app.get('/datasets.json', (c) => c.body(catalogueJson(all), 200, { 'content-type': types.json }));

  app.get('/archives', async (c) => {
    const archive = await openArchive(files, await held(), { datasets: all, people });
    drawing.begin(archive);
    return c.html(archivePage(archive, all.filter(isReadable).length));
  });
  app.get('/all.zip', (c) => sendArchive(c, { datasets: all, people }, 'mydata-samples'));

  app.get('/residents', async (c) => c.html(peoplePage(people, await held())));
  app.get('/residents/:slug', async (c) => {
    const person = personOf(c.req.param('slug'));
    const datasets = [...ctx.config.catalogue.values()];
    return c.html(personPage({ person, datasets, holding: await held(), platform: ctx.config.urls.platform }));
  });
  app.get('/residents/:slug/all.zip', (c) => {
    const person = personOf(c.req.param('slug'));
    return sendArchive(c, { datasets: all, people: [person] }, `mydata-samples-${person.slug}`);
  });

  app.get('/:resource', async (c) => c.html(datasetPage(datasetOf(c.req.param('resource')), people, await held())));
  app.get('/:resource/schema.json', (c) => {
    const dataset = datasetOf(c.req.param('resource'));
    if (!isReadable(dataset)) throw noFields();
    return c.body(`${JSON.stringify(dataset.payloadSchema, null, 2)}\n`, 200, {
      'content-type': 'application/schema+json; charset=utf-8',
    });
  });
  app.get('/:resource/all.zip', (c) => {
    const dataset = datasetOf(c.req.param('resource'));
    return sendArchive(c, { datasets: [dataset], people }, `mydata-samples-${dataset.id}`);
  });
  app.get('/:resource/:file', async (c) => {
    const dataset = datasetOf(c.req.param('resource'));
    const [, slug = '', kind] = /^([a-z-]+)\.([a-z.]+)$/.exec(c.req.param('file')) ?? [];
    if (!sampleKinds.includes(kind as SampleKind)) missing();
    const bytes = await files.file(dataset, personOf(slug), kind as SampleKind);
    if (!bytes) throw noSample();
    const disposition = kind === 'zip' || kind === 'locked.pdf' ? 'attachment' : 'inline';
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': types[kind as SampleKind],
      'content-disposition': `${disposition}; filename="${dataset.id}-${slug}.${kind}"`,
    });
  });

  async function sendArchive(c: Context, scope: ArchiveScope, name: string): Promise<Response> {
    const archive = await openArchive(files, await held(), scope);
    if (archive.exact) c.header('content-length', String(archive.size));
    return c.body(archive.stream(), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}.zip"`,
    });
  }
  return app;
}

function missing(): never {
  throw new HttpError(404, 'not-found', {
    'zh-Hant': '找不到這個樣本。請從 /samples 的清單選取。',
    en: 'There is no such sample. Choose from the list at /samples.',
  });
}

const noSample = (): HttpError =>
  new HttpError(404, 'sample-none', {
    'zh-Hant': '機關查無此人的紀錄（介面回覆 204），或這個資料集不提供這種檔案。',
    en: 'The agency holds no record of this person (the interface answers 204), or the dataset has no file of this kind.',
  });

const noFields = (): HttpError =>
  new HttpError(404, 'schema-none', {
    'zh-Hant': '這個資料集只提供文件，或仍在規劃，沒有欄位定義。',
    en: 'This dataset comes as documents only, or is planned: it has no field schema.',
  });
