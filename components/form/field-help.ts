import type { Field } from '#schemas/form/definition.ts';
import type { EvidenceDocument, UploadedFile } from '#schemas/wire/county-api.ts';
import type { Towns } from '../fields/address/address-field.ts';
import type { Upload } from '../fields/file/file-field.ts';
import type { ServiceLink } from './service-link.ts';
import type { FieldHelp } from './steps-view.ts';

export interface HelpfulForm {
  readonly link: ServiceLink;
  readonly towns?: Towns;
  readonly evidence?: readonly EvidenceDocument[];
  readonly upload?: (field: string, ...args: Parameters<Upload>) => ReturnType<Upload>;
  readonly removeFile?: (file: UploadedFile) => Promise<unknown>;
}

/** What a question needs besides its answer: lists, documents, the way to send a file. The host's own way comes first. */
export function fieldHelp(form: HelpfulForm, field: Field): FieldHelp | undefined {
  if (field.type === 'address' || field.type === 'group') return { towns: form.towns };
  if (field.type === 'evidence') return { documents: form.evidence };
  const { session } = form.link;
  const { upload = session?.upload.bind(session), removeFile = session?.removeFile.bind(session) } = form;
  if (field.type !== 'file' || !upload) return undefined;
  const send: Upload = (file, how) => upload(field.id, file, how);
  return { upload: send, removeFile };
}
