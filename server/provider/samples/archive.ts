/**
 * The sample archives: all, of one dataset, of one person. Owns what lies in them and where; the bytes come from
 * `sample-files.ts`, the zip from `stream-zip.ts`.
 */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { archiveIndex, archiveReadme } from '../views/samples/archive-files.ts';
import type { ArchiveScope } from './archive-scope.ts';
import { catalogueJson } from './catalogue-json.ts';
import { isReadable } from './find-datasets.ts';
import type { Holding } from './holdings.ts';
import type { SamplePerson } from './person.ts';
import type { SampleFiles } from './sample-files.ts';
import { streamZip, zipSize, type ZipPart } from './stream-zip.ts';

export interface Archive {
  /** How many files lie in it. */
  readonly files: number;
  /** Documents that are drawn, of those that will be. */
  readonly drawn: number;
  readonly documents: number;
  /** Bytes. Exact once every document is drawn, before that a guess. */
  readonly size: number;
  readonly exact: boolean;
  stream(): ReadableStream<Uint8Array>;
  /** Draws what is not drawn yet. */
  prepare(): Promise<void>;
}

interface Sample {
  readonly dataset: CatalogueEntry;
  readonly person: SamplePerson;
  readonly kind: 'json' | 'csv' | 'pdf';
}

const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');
/** What a document without images takes, in bytes. */
const usualDocument = 33_000;

const nameOf = ({ dataset, person, kind }: Sample): string => `samples/${person.slug}/${dataset.id}.${kind}`;

/**
 * Reads all files but the documents at once; documents that are not drawn yet are drawn as the stream comes to them. A
 * sample whose record is gone meanwhile is left out.
 */
export async function openArchive(files: SampleFiles, holding: Holding, scope: ArchiveScope): Promise<Archive> {
  const samples = scope.people.flatMap((person) =>
    scope.datasets
      .filter((dataset) => holding.has(dataset, person))
      .flatMap((dataset) => dataset.formats.map((kind): Sample => ({ dataset, person, kind }))),
  );
  const documents = samples.filter(({ kind }) => kind === 'pdf');
  const fixed: readonly ZipPart[] = [
    { name: 'README.txt', bytes: text(archiveReadme(scope)) },
    { name: 'index.html', bytes: text(String(await archiveIndex(scope, holding))) },
    { name: 'datasets.json', bytes: text(catalogueJson(scope.datasets)) },
    ...scope.datasets.filter(isReadable).map(({ id, payloadSchema }) => ({
      name: `schemas/${id}.schema.json`,
      bytes: text(`${JSON.stringify(payloadSchema, null, 2)}\n`),
    })),
  ];
  const known = new Map<Sample, Uint8Array>();
  for (const sample of samples) {
    const bytes =
      sample.kind === 'pdf'
        ? files.drawn(sample.dataset, sample.person)
        : await files.file(sample.dataset, sample.person, sample.kind);
    if (bytes) known.set(sample, bytes);
  }
  const exact = known.size === samples.length;
  const parts = [...known].map(([sample, bytes]) => ({ name: nameOf(sample), bytes }));

  async function* rest(): AsyncGenerator<ZipPart> {
    yield* fixed;
    for (const sample of samples) {
      const bytes = known.get(sample) ?? (await files.file(sample.dataset, sample.person, sample.kind));
      if (bytes) yield { name: nameOf(sample), bytes };
    }
  }

  return {
    files: fixed.length + samples.length,
    drawn: documents.filter((sample) => known.has(sample)).length,
    documents: documents.length,
    size: zipSize([...fixed, ...parts]) + (samples.length - known.size) * usualDocument,
    exact,
    stream: () => streamZip(exact ? [...fixed, ...parts] : rest()),
    async prepare() {
      for (const { dataset, person } of documents) await files.file(dataset, person, 'pdf');
    },
  };
}
