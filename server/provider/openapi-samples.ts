/** The sample pages in the OpenAPI document. */
import { jsonObject } from '#schemas/shapes/json.ts';
import { Problem } from '#schemas/shapes/problem.ts';

const answer = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: /json/.test(type) ? jsonObject : { type: 'string' } } },
});
const none = {
  description: 'No such dataset or person, or no record of this person.',
  content: { 'application/json': { schema: Problem } },
};
const resource = { $ref: '#/components/parameters/resource' };
const slug = {
  name: 'slug',
  in: 'path',
  required: true,
  description: 'of an invented resident',
  schema: { type: 'string', examples: ['chen-hsiao-ling'] },
};
const query = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string' } });

const get = (
  operationId: string,
  summary: string,
  ok: ReturnType<typeof answer>,
  parameters: readonly object[] = [],
) => ({
  get: { operationId, summary, parameters, responses: { '200': ok, ...(parameters.length ? { '404': none } : {}) } },
});

export const samplePaths = {
  '/samples': {
    get: {
      operationId: 'getSamples',
      summary: 'Every dataset of the catalogue, searched and filtered; in the test environment',
      parameters: [
        query('q', 'words that must all occur in name, agency, id or fields'),
        query('area', 'area of the catalogue, e.g. `household`'),
        query('format', '`json`, `csv` or `pdf`'),
        query('identity', 'identity method that opens the dataset, e.g. `nhi-card`'),
        query('fields', '`observed`, `assumed`, `evidence-only` or `planned`'),
      ],
      responses: { '200': answer('a page', 'text/html') },
    },
  },
  '/samples/datasets.json': get(
    'getSampleDatasets',
    'The catalogue with its fields',
    answer('all rows', 'application/json'),
  ),
  '/samples/archives': get(
    'getSampleArchives',
    'What the whole archive holds, and its size',
    answer('a page', 'text/html'),
  ),
  '/samples/all.zip': get(
    'getSampleArchive',
    'All schemas and samples; with Content-Length once every document is drawn',
    answer('a zip, streamed', 'application/zip'),
  ),
  '/samples/residents': get('getSampleResidents', 'The invented residents', answer('a page', 'text/html')),
  '/samples/residents/{slug}': get(
    'getSampleResident',
    'One resident, and which datasets hold a record',
    answer('a page', 'text/html'),
    [slug],
  ),
  '/samples/residents/{slug}/all.zip': get(
    'getResidentArchive',
    'All samples of one resident',
    answer('a zip, streamed', 'application/zip'),
    [slug],
  ),
  '/samples/{resource}': get(
    'getSampleDataset',
    'One dataset: fields, and the files of every resident',
    answer('a page', 'text/html'),
    [resource],
  ),
  '/samples/{resource}/schema.json': get(
    'getSampleSchema',
    'JSON Schema (2020-12) of the payload; none for a dataset that comes as documents only',
    answer('a schema', 'application/schema+json'),
    [resource],
  ),
  '/samples/{resource}/all.zip': get(
    'getDatasetArchive',
    'Schema and all samples of one dataset',
    answer('a zip, streamed', 'application/zip'),
    [resource],
  ),
  '/samples/{resource}/{file}': get(
    'getSampleFile',
    'One sample: `{slug}.json`, `.csv`, `.pdf`, `.locked.pdf` (opens with the national id), `.zip` (the signed package)',
    answer('the file', 'application/octet-stream'),
    [
      resource,
      {
        name: 'file',
        in: 'path',
        required: true,
        description: 'slug of a resident and kind of file',
        schema: { type: 'string', examples: ['chen-hsiao-ling.json'] },
      },
    ],
  ),
};
