import { maskName } from '../../taiwan/masking.ts';
import { textTransform } from './transform.ts';

export const maskNameText = textTransform('mask-name', ['text'], 'text', (text) => maskName(text));
