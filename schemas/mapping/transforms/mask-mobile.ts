import { maskMobile } from '../../taiwan/masking.ts';
import { textTransform } from './transform.ts';

export const maskMobileText = textTransform('mask-mobile', ['text'], 'text', (text) => maskMobile(text));
