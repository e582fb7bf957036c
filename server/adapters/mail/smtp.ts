/**
 * E-mail by SMTP (RFC 5321), plain text. Between machines it is encrypted or not sent: `smtps://` from the first byte,
 * `smtp://` by STARTTLS, the certificate checked; only to this machine itself it goes as it is.
 */
import { createTransport } from 'nodemailer';
import { classOfHost } from '../../calls/reach/address-class.ts';
import { lifetimes } from '../../lifetimes.ts';
import { SendError, type Outgoing, type Transport } from '../../platform/messages/transport.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`; user and password percent-encoded. */
  readonly url: string;
  /** `MyData 平臺 <noreply@example.gov.tw>` or an address alone. */
  readonly from: string;
  /** PEM; in the place of the system's authorities. */
  readonly ca?: string;
}

/** The mailbox does not exist, moved, or its name is not allowed (RFC 5321 §4.2.3). */
const refusedMailbox = new Set([550, 551, 553]);

/**
 * @param url without a port: 465 for `smtps:`, else 587 · `ca` PEM of the only authorities that count; with it this
 * machine gets no exception either
 * The message's id makes its `Message-ID`, so that a second try is known. @throws SendError with the server's number
 * only; final where the mailbox itself was refused
 */
export function smtpTransport({ url, from, ca }: SmtpSettings): Transport & { close(): void } {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const local = classOfHost(hostname) === 'loopback' && ca === undefined;
  const timeout = lifetimes.messageSend.ms;
  const transporter = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    tls: { minVersion: 'TLSv1.2', ca },
    connectionTimeout: timeout / 3,
    greetingTimeout: timeout / 3,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'mydata.invalid';

  const send = async ({ id, at, to, subject, text }: Outgoing): Promise<void> => {
    try {
      await transporter.sendMail({
        from,
        to,
        subject,
        text,
        date: at,
        // The same on every try: a mailbox that got it before drops the second.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'zh-Hant-TW' },
        encoding: 'utf-8',
        textEncoding: 'base64',
      });
    } catch (error) {
      throw sendError(error);
    }
  };
  return Object.assign(send, { close: () => transporter.close() });
}

/** A server's answer repeats addresses, so only its number is kept. */
function sendError(error: unknown): SendError {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string };
  if (responseCode !== undefined)
    return new SendError(`smtp-${responseCode}`, command === 'RCPT TO' && refusedMailbox.has(responseCode));
  return new SendError(`smtp-${/^[A-Z_]{2,40}$/.test(code ?? '') ? String(code).toLowerCase() : 'failed'}`);
}
