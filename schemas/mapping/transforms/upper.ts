import { anyText, textTransform } from './transform.ts';

export const upper = textTransform('upper', anyText, 'text', (text) => text.toUpperCase());
