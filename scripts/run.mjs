import { spawn } from 'node:child_process';

/** Runs a command, its output passed on and kept. → `{ status, output }` */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const keep = (stream, to) =>
      stream.on('data', (chunk) => {
        output += chunk;
        if (!options.quiet) to.write(chunk);
      });
    keep(child.stdout, process.stdout);
    keep(child.stderr, process.stderr);
    child.on('error', fail);
    child.on('close', (status) => done({ status: status ?? 1, output }));
  });
}

export const node = (args, options) => run(process.execPath, args, options);
