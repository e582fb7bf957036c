/** The servers, as they are built: after a change they are built again and start again, one after the other. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { buildServer } from '../build-server.mjs';

export class Servers {
  #env;
  #child;
  #stopped = false;
  #turn = Promise.resolve();
  #asked = 0;

  constructor(env) {
    this.#env = env;
  }

  start() {
    return this.#inTurn(() => this.#run());
  }

  /** Several changes at once are one. What does not build is told, and the next change tries again. */
  restart(file) {
    const asked = ++this.#asked;
    return this.#inTurn(async () => {
      if (asked !== this.#asked || this.#stopped) return;
      console.log(`${file} changed: the servers start again`);
      const began = performance.now();
      await this.#kill();
      try {
        await buildServer();
      } catch (error) {
        return console.error(`not built: ${error.message}\nThe servers start with the next change.`);
      }
      await this.#run();
      console.log(`servers started again, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    });
  }

  async stop() {
    this.#stopped = true;
    await this.#kill();
  }

  #inTurn(work) {
    return (this.#turn = this.#turn.then(work));
  }

  /** Resolves when the parties answer, or have ended. */
  #run() {
    if (this.#stopped) return;
    const first = this.#child === undefined;
    const args = ['dist/server/server/main.js', ...process.argv.slice(2)];
    // A group of its own: Ctrl-C is for whoever started it, who ends it in order.
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: this.#env,
      detached: true,
    });
    this.#child = child;
    return new Promise((done) => {
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += chunk;
        if (first) process.stdout.write(chunk);
        if (/^ready$/m.test(said)) done();
      });
      child.on('close', (status) => {
        if (this.#child === child && !this.#stopped)
          console.error(`The servers have ended (${status}). They start with the next change.`);
        child.ended = true;
        done();
      });
    });
  }

  #kill() {
    const child = this.#child;
    if (!child || child.ended) return;
    return new Promise((done) => {
      this.#child = null;
      const late = setTimeout(() => child.kill('SIGKILL'), 8000);
      child.on('close', () => {
        clearTimeout(late);
        done();
      });
      child.kill('SIGTERM');
    });
  }
}
