import { anyText, textTransform } from './transform.ts';

export const trim = textTransform(
  'trim',
  anyText,
  'text',
  (text) => text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '') || undefined,
);
