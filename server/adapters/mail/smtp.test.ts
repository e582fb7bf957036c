import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { certificatePem, createTestCa, issueCertificate, privateKeyPem } from '../../crypto/x509.ts';
import { SendError, type Outgoing } from '../../platform/messages/transport.ts';
import { smtpTransport, type SmtpSettings } from './smtp.ts';

const message: Outgoing = {
  id: 'message-1',
  at: new Date('2026-11-23T01:00:00Z'),
  to: { name: '林小美', address: 'lin@example.test' },
  subject: 'MyData 資料傳送通知：嘉義縣急難救助',
  text: '林小美 您好：\n\n您的資料已經送達。\n.\n結束',
};

interface Got {
  readonly secure: boolean;
  readonly to: readonly string[];
  readonly raw: string;
}

async function server(t: TestContext, options: SMTPServerOptions = {}): Promise<{ port: number; got: Got[] }> {
  const got: Got[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        got.push({ secure: session.secure, to, raw: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
    ...options,
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  t.after(() => new Promise<void>((closed) => smtp.close(closed)));
  return { port: (smtp.server.address() as AddressInfo).port, got };
}

function transport(t: TestContext, settings: Partial<SmtpSettings> & { url: string }) {
  const made = smtpTransport({ from: 'MyData 平臺 <noreply@mydata.example>', ...settings });
  t.after(() => made.close());
  return made;
}

const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) };

async function identity(name: string) {
  const ca = await createTestCa({ ...validity, subject: { CN: 'mail test CA' } });
  const issued = await issueCertificate(ca, { ...validity, subject: { CN: name } });
  return {
    ca: certificatePem(ca.certificate),
    cert: certificatePem(issued.certificate),
    key: privateKeyPem(issued.privateKey),
  };
}

const decoded = (raw: string): string =>
  Buffer.from(raw.slice(raw.indexOf('\r\n\r\n')).replace(/\s/g, ''), 'base64').toString('utf8');

test('plain text with a well-formed UTF-8 subject, the same Message-ID on every try', async (t) => {
  const { port, got } = await server(t);
  const send = transport(t, { url: `smtp://127.0.0.1:${port}` });
  await send(message);
  await send(message);
  const [first, second] = got;
  assert.deepEqual(first?.to, ['lin@example.test']);
  const raw = first?.raw ?? '';
  assert.match(raw, /^Content-Type: text\/plain; charset=utf-8/im);
  assert.match(raw, /^Auto-Submitted: auto-generated/m);
  assert.match(raw, /^Date: Mon, 23 Nov 2026 01:00:00 \+0000/m);
  // eslint-disable-next-line no-control-regex -- RFC 5322: headers are ASCII
  assert.match(raw.slice(0, raw.indexOf('\r\n\r\n')), /^[\x00-\x7f]*$/);
  const words = [...raw.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)];
  assert.ok(words.length > 0 && words.every(([whole]) => whole.length <= 75), 'encoded words of RFC 2047');
  assert.equal(decoded(raw).replaceAll('\r\n', '\n').trimEnd(), message.text);
  const id = /^Message-ID: (.*)$/im;
  assert.equal(id.exec(raw)?.[1], '<message-1@mydata.example>');
  assert.equal(id.exec(second?.raw ?? '')?.[1], id.exec(raw)?.[1]);
});

test('451 at first, then taken', async (t) => {
  let busy = true;
  const { port, got } = await server(t, {
    onRcptTo(_address, _session, done) {
      done(busy ? Object.assign(new Error('try lin@example.test later'), { responseCode: 451 }) : null);
    },
  });
  const send = transport(t, { url: `smtp://127.0.0.1:${port}` });
  await assert.rejects(send(message), (error: SendError) => {
    assert.deepEqual([error.code, error.final], ['smtp-451', false]);
    assert.doesNotMatch(`${error.message}${error.stack}`, /example|cause/);
    return true;
  });
  busy = false;
  await send(message);
  assert.equal(got.length, 1);
});

test('a mailbox that does not exist is final; a server that refuses the sender is not', async (t) => {
  const refuse = (responseCode: number) => Object.assign(new Error('no'), { responseCode });
  const unknown = await server(t, { onRcptTo: (_address, _session, done) => done(refuse(550)) });
  await assert.rejects(transport(t, { url: `smtp://127.0.0.1:${unknown.port}` })(message), {
    code: 'smtp-550',
    final: true,
  });
  const sender = await server(t, { onMailFrom: (_address, _session, done) => done(refuse(550)) });
  await assert.rejects(transport(t, { url: `smtp://127.0.0.1:${sender.port}` })(message), {
    code: 'smtp-550',
    final: false,
  });
});

test('a server that is not there is tried again', async (t) => {
  const { port } = await server(t);
  const send = transport(t, { url: `smtp://127.0.0.1:${port === 1 ? 2 : 1}` });
  await assert.rejects(send(message), (error: SendError) => /^smtp-e/.test(error.code) && !error.final);
});

test('STARTTLS with a certificate of the CA that was named, and with no other', async (t) => {
  const mine = await identity('localhost');
  const options = { key: mine.key, cert: mine.cert };
  const { port, got } = await server(t, options);
  // The test CA gives no subject alternative names, so the name in the certificate counts.
  await transport(t, { url: `smtp://localhost:${port}`, ca: mine.ca })(message);
  assert.deepEqual([got.length, got[0]?.secure], [1, true]);
  const other = await identity('localhost');
  await assert.rejects(transport(t, { url: `smtp://localhost:${port}`, ca: other.ca })(message), SendError);
  assert.equal(got.length, 1, 'nothing goes to a server that nobody vouches for');
});

test('a server that offers no encryption gets nothing where it is asked for', async (t) => {
  const mine = await identity('localhost');
  const { port, got } = await server(t, { disabledCommands: ['STARTTLS'] });
  await assert.rejects(transport(t, { url: `smtp://localhost:${port}`, ca: mine.ca })(message), SendError);
  assert.equal(got.length, 0);
});

test('smtps, with user and password', async (t) => {
  const mine = await identity('localhost');
  const { port, got } = await server(t, {
    secure: true,
    key: mine.key,
    cert: mine.cert,
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'notice@county' && password === 'p:/w' ? done(null, { user: username }) : done(new Error('no')),
  });
  const at = (credentials: string) => `smtps://${credentials}@localhost:${port}`;
  await transport(t, { url: at('notice%40county:p%3A%2Fw'), ca: mine.ca })(message);
  assert.equal(got.length, 1);
  await assert.rejects(transport(t, { url: at('notice%40county:wrong'), ca: mine.ca })(message), { code: 'smtp-535' });
});
