/** An address that mail can be sent to: dotted atoms, a host name with a dot, lengths of RFC 5321. No quoted local part. */
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

export const isEmail = (text: string): boolean => {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254 || !local.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split('.');
  const top = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    /[A-Za-z]/.test(top) &&
    top.length > 1 &&
    labels.every((part) => part.length < 64 && label.test(part))
  );
};
