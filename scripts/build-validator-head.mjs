/** Builds `dist/validator/head.js`: what every published form's validator begins with (`server/county/publish/`). */
import { build } from 'esbuild';

export const buildValidatorHead = () =>
  build({
    entryPoints: ['server/county/publish/validator-head.ts'],
    outfile: 'dist/validator/head.js',
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'head',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
