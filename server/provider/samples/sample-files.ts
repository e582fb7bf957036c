/**
 * The files of one dataset and one invented person, as the DP-API would hand them over today: payload, certificate, the
 * certificate locked with the person's id, and the signed package. Owns when a document is drawn: one at a time, since
 * drawing holds up everything else in this process, and kept afterwards.
 */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { CatalogueEntry, JsonValue } from '#schemas/datasets/types.ts';
import { packInner } from '../../protocol/mydata-1/inner-zip.ts';
import type { ProviderContext } from '../context.ts';
import { certificateOf, type CertificateInput } from '../pdf/certificate-of.ts';
import { certificatePdf, lockedPdf } from '../pdf/render.ts';
import { csvFile, jsonFile, packageFiles } from '../services/package-files.ts';
import { ByteCache } from './byte-cache.ts';
import { dateInTaiwan, dayBegins } from '#schemas/taiwan/calendar.ts';
import type { SamplePerson } from './person.ts';

export const sampleKinds = ['json', 'csv', 'pdf', 'locked.pdf', 'zip'] as const;
export type SampleKind = (typeof sampleKinds)[number];

const keptBytes = 64 * 1024 * 1024;

export interface SampleFiles {
  /** undefined: the dataset has no such file, or the agency holds no record of the person. */
  file(dataset: CatalogueEntry, person: SamplePerson, kind: SampleKind): Promise<Uint8Array | undefined>;
  /** The drawn document, where it is at hand. */
  drawn(dataset: CatalogueEntry, person: SamplePerson): Uint8Array | undefined;
}

/**
 * Keeps drawn documents in memory, 64 MiB at most; locked ones and packages are made anew each time. Documents bear
 * today's date in Taiwan.
 */
export function sampleFiles(ctx: Pick<ProviderContext, 'storage' | 'keys' | 'clock'>): SampleFiles {
  const kept = new ByteCache(keptBytes);
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = queue.then(async () => {
      await setImmediate();
      return work();
    });
    queue = mine.catch(() => undefined);
    return mine;
  };

  /** Midnight in Taiwan: the same for a whole day, so that a sample is the same whoever fetches it, and need not be drawn anew. */
  const today = (): Date => dayBegins(dateInTaiwan(ctx.clock.now()))!;

  const inputOf = (dataset: CatalogueEntry, person: SamplePerson, payload: JsonValue): CertificateInput => ({
    dataset,
    payload,
    person: { uid: person.nationalId, name: person.name, birthDate: person.birthDate },
    transactionUid: `sample ${person.slug}`,
    now: today(),
  });

  const latest = new Map<string, string>();
  const place = (dataset: CatalogueEntry, { slug }: SamplePerson): string => `${slug}/${dataset.id}`;

  async function pdf(dataset: CatalogueEntry, person: SamplePerson, payload: JsonValue): Promise<Uint8Array> {
    const input = inputOf(dataset, person, payload);
    const certificate = certificateOf(input);
    const key = createHash('sha256')
      .update(JSON.stringify([certificate, input.person]))
      .digest('hex');
    latest.set(place(dataset, person), key);
    const known = kept.get(key);
    if (known) return known;
    return inTurn(async () => {
      const again = kept.get(key);
      if (again) return again;
      const bytes = await certificatePdf(certificate);
      kept.put(key, bytes);
      return bytes;
    });
  }

  return {
    async file(dataset, person, kind) {
      if (kind !== 'locked.pdf' && kind !== 'zip' && !dataset.formats.includes(kind)) return undefined;
      const payload = await ctx.storage.findRecord(dataset.id, person.nationalId);
      if (payload === undefined) return undefined;
      switch (kind) {
        case 'json':
          return jsonFile(dataset, payload).bytes;
        case 'csv':
          return csvFile(dataset, payload).bytes;
        case 'pdf':
          return pdf(dataset, person, payload);
        case 'locked.pdf':
          return dataset.formats.includes('pdf')
            ? inTurn(() => lockedPdf(certificateOf(inputOf(dataset, person, payload)), person.nationalId))
            : undefined;
        case 'zip': {
          const signer = ctx.keys.signerOf(dataset.id);
          if (!signer) return undefined;
          const input = inputOf(dataset, person, payload);
          const files = await packageFiles(input, undefined, () => pdf(dataset, person, payload));
          return packInner(files, signer);
        }
      }
    },
    drawn(dataset, person) {
      const key = latest.get(place(dataset, person));
      return key === undefined ? undefined : kept.get(key);
    },
  };
}
