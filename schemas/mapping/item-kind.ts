/** What one value is while it is on its way from a dataset to a question. */
export type ItemKind =
  'text' | 'id' | 'date' | 'month' | 'moment' | 'number' | 'address' | 'address-answer' | 'row' | 'image';
