/**
 * The county's files published into storage: what changed in them since the last start is version 1 at first, then the next.
 * What was published by a person stands above the files.
 */
import { createHash } from 'node:crypto';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { translatedNow } from '#schemas/publish/translations.ts';
import type { CountyDependencies } from '../config.ts';
import { compileValidator } from '../publish/compile-validator.ts';
import type { LoadedService } from './load-services.ts';
import type { CountyStorage } from '../storage.ts';
import type { Version } from './county-service.ts';
import { stableJson } from '../stable-json.ts';

type Given = Pick<CountyDependencies, 'storage' | 'clock' | 'config' | 'log'>;

/** → ids of all that was ever published, those of the files first */
export async function publishFiles(given: Given): Promise<readonly string[]> {
  const { storage, config } = given;
  const ids = new Set<string>();
  for (const loaded of config.services) ids.add((await publish(given, loaded)).service.id);
  for (const { form } of await storage.latestVersions())
    if (!ids.has(form) && (await keptVersion(given, form))) ids.add(form);
  return [...ids];
}

async function publish(given: Given, { service, form }: LoadedService): Promise<Version> {
  const { storage, log } = given;
  const definition = JSON.stringify(form);
  const fileDigest = sha256(stableJson({ service, form }));
  const { source } = await compileValidator(form);
  const digest = createHash('sha256').update(definition).update('\0').update(source).digest('hex');
  for (;;) {
    const latest = await storage.latestForm(service.id);
    const record = latest && (await storage.formVersion(service.id, latest.version));
    if (record?.source === 'builder') {
      if (fileDigest !== (await fileOf(storage, service.id)))
        log.warn({ service: service.id, version: record.version }, 'files not used: a version was published since');
      const kept = await keptVersion(given, service.id);
      if (kept) return kept;
    }
    const unchanged = latest?.digest === digest && (record === undefined || record.fileDigest === fileDigest);
    if (unchanged && record) return { service, form, formVersion: latest.version };
    const version = (latest?.version ?? 0) + (unchanged ? 0 : 1);
    const publishedAt = unchanged ? latest.publishedAt : given.clock.now().toISOString();
    const result = await storage.commit([
      ...(unchanged
        ? []
        : [
            {
              step: 'publish-form' as const,
              form: { service: service.id, version, digest, definition, validator: source, publishedAt },
            },
          ]),
      {
        step: 'record-version',
        version: {
          form: service.id,
          version,
          service,
          translated: translatedNow({ service, form }),
          source: 'file',
          fileDigest,
          publishedAt,
        },
      },
    ]);
    // Another process published at the same time: look again.
    if (!result.ok) continue;
    log.info({ service: service.id, version }, 'form published');
    return { service, form, formVersion: version };
  }
}

/** Digest of the files that were last published. */
async function fileOf(storage: CountyStorage, service: string): Promise<string | undefined> {
  return (await storage.formVersions(service)).find(({ source }) => source === 'file')?.fileDigest;
}

/** The newest version as it was published; with a changed compiler it is compiled anew, as the next version. */
async function keptVersion({ storage, clock, log }: Given, id: string): Promise<Version | undefined> {
  for (;;) {
    const latest = await storage.latestForm(id);
    const record = latest && (await storage.formVersion(id, latest.version));
    if (!latest || !record) return undefined;
    const { service } = record;
    const form = JSON.parse(latest.definition) as FormDefinition;
    const { source } = await compileValidator(form);
    if (source === latest.validator) return { service, form, formVersion: latest.version };
    const version = latest.version + 1;
    const publishedAt = clock.now().toISOString();
    const digest = createHash('sha256').update(latest.definition).update('\0').update(source).digest('hex');
    const result = await storage.commit([
      {
        step: 'publish-form',
        form: { service: id, version, digest, definition: latest.definition, validator: source, publishedAt },
      },
      { step: 'record-version', version: { ...record, version, publishedAt } },
    ]);
    if (result.ok) log.info({ service: id, version }, 'form compiled anew');
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
