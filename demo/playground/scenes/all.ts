import { barcode } from './barcode.ts';
import { builder } from './builder.ts';
import { consent } from './consent.ts';
import { counter, oneClick } from './counter.ts';
import { errorSummary, fields } from './fields.ts';
import { deskForm, form } from './form.ts';
import type { Scene } from './scene.ts';

export const scenes: readonly Scene[] = [
  consent,
  form,
  barcode,
  oneClick,
  counter,
  deskForm,
  builder,
  errorSummary,
  ...fields,
];
