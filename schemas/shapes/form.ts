/** A form and its document, as bodies carry them. Their own schemas are `form-1.json` and those of unfinished work. */
import type { FormDefinition as Definition } from '../form/definition.ts';
import type { FormDocument as Document } from '../publish/form-document.ts';
import type { Service } from '../services/types.ts';
import { opaque } from './shape.ts';

export const FormDefinition = opaque<Definition>('FormDefinition');
export type FormDefinition = Definition;

/** Finished or not. */
export const FormDocument = opaque<Document>('FormDocument');
export type FormDocument = Document;

/** A form that may be unfinished. */
export const DraftForm = opaque<Definition>('DraftForm');

/** A service whose description may be unfinished. */
export const DraftService = opaque<Service>('DraftService');
