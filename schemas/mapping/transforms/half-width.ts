import { toHalfWidth } from '../../taiwan/full-width.ts';
import { textTransform } from './transform.ts';

export const halfWidth = textTransform('half-width', ['text', 'id'], 'text', (text) => toHalfWidth(text));
