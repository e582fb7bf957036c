/** The builder on a page of its own for journeys: `?doc=none|relief|long&lang=en`. */
import '../define/mydata-form-builder.ts';
import type { MydataFormBuilder } from '../features/shell/form-builder.ts';
import { longDocument, noDocument, reliefDocument } from './documents.ts';
import { palette } from './palette.ts';

const asked = new URL(location.href).searchParams;
const documents = { none: noDocument, relief: reliefDocument, long: longDocument(300) };
const builder = document.createElement('mydata-form-builder') as MydataFormBuilder;
const language = asked.get('lang');
if (language) builder.setAttribute('lang', language);
builder.catalogue = palette;
builder.document = documents[(asked.get('doc') ?? 'none') as keyof typeof documents];
builder.style.setProperty('block-size', '100vh');
document.body.style.setProperty('margin', '0');
document.body.append(builder);
