import { maskId } from '../../taiwan/masking.ts';
import { anyText, textTransform } from './transform.ts';

export const maskIdText = textTransform('mask-id', anyText, 'text', (text) => maskId(text));
