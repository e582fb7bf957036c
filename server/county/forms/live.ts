/**
 * The document that was published last, and what is known of it: designers work on from there. Residents see it as soon as
 * its registration covers it. File services are version 1 of their forms; what is published here takes their place.
 */
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { County } from '../county.ts';
import { translatedNow } from '#schemas/publish/translations.ts';
import type { Translated } from './storage.ts';

export interface Live {
  readonly document: FormDocument;
  readonly version: number;
}

/** → undefined where nothing of this form was ever published */
export function liveOf({ services }: Pick<County, 'services'>, form: string): Live | undefined {
  const newest = services.get(form)?.newest;
  return newest && { document: { service: newest.service, form: newest.form }, version: newest.formVersion };
}

/** Any version with its service and its form. */
export async function versionOf(
  { storage }: Pick<County, 'storage'>,
  form: string,
  version: number,
): Promise<{ readonly document: FormDocument; readonly translated: Translated } | undefined> {
  const [record, published] = await Promise.all([storage.formVersion(form, version), storage.form(form, version)]);
  if (!record || !published) return undefined;
  const document = { service: record.service, form: JSON.parse(published.definition) as FormDocument['form'] };
  return { document, translated: record.translated };
}

/** What the English of the live version was made for. */
export async function liveTranslated(county: Pick<County, 'storage'>, form: string, live: Live): Promise<Translated> {
  const record = await county.storage.formVersion(form, live.version);
  return record?.translated ?? translatedNow(live.document);
}
