/**
 * Public entry: the classes and their types, without registering anything. `define/<tag>.ts` registers an element.
 */
export { MydataConsent } from './consent/consent-element.ts';
export { MydataBarcode } from './barcode/barcode-element.ts';
export type { BarcodeState } from './barcode/barcode-element.ts';
export { MydataOneClick } from './one-click/one-click-element.ts';
export { MydataForm } from './form/form-element.ts';
export type { Problems, Validate } from './form/answer-problems.ts';
export { MydataErrorSummary } from './error-summary/error-summary.ts';
export type { SummaryError } from './error-summary/error-summary.ts';
export { FieldElement } from './fields/field-element.ts';
export type { Claim } from './fields/claim.ts';
export { createField } from './fields/create-field.ts';
export { displayAnswer } from './fields/display.ts';
export { fieldTags } from './fields/registry.ts';
export { CountyError } from './controllers/county-error.ts';
export * from './controllers/service-api.ts';
export * from './controllers/draft-api.ts';
export { uploadFile } from './controllers/upload-file.ts';
