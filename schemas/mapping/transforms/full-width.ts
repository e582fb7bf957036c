import { toFullWidth } from '../../taiwan/full-width.ts';
import { textTransform } from './transform.ts';

export const fullWidth = textTransform('full-width', ['text', 'id'], 'text', (text) => toFullWidth(text));
