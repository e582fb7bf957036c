/** Full-width letters, digits and signs, as a Chinese input method leaves them, to their ASCII forms; spaces go. */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\s/g, '');
