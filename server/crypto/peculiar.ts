/** `@peculiar/x509` asks for a Reflect polyfill before its first import, hence this one door to it. */
import 'reflect-metadata';

export * from '@peculiar/x509';
