/** Pages for everybody, and the test environment's sandbox. */
import { answers, anyObject, json, jsonBody, list, object, page, text, type Json } from '../openapi/parts.ts';

/** → the OpenAPI paths that every environment has for everybody */
export const pagePaths = (): Json => ({
  '/': {
    get: {
      operationId: 'home',
      summary: 'Front page',
      tags: ['pages'],
      responses: answers({ 200: 'page' }, { 200: page }),
    },
  },
  '/health': {
    get: {
      operationId: 'health',
      summary: 'Is the app up, with its storage?',
      tags: ['pages'],
      responses: answers({ 200: 'up' }, { 200: json(object({ status: text, app: text })) }),
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'describe',
      summary: 'This document',
      tags: ['pages'],
      responses: answers({ 200: 'OpenAPI 3.1' }, { 200: json(anyObject) }),
    },
  },
});

/** → those of the test environment alone: residents, outbox, records, simulated card */
export const sandboxPaths = (): Json => ({
  '/sandbox/residents': {
    get: {
      operationId: 'sandboxResidents',
      summary: 'The invented residents, with all they hold',
      tags: ['sandbox'],
      responses: answers({ 200: 'residents' }, { 200: json(list({ $ref: '#/components/schemas/Resident' })) }),
    },
  },
  '/sandbox/outbox': {
    get: {
      operationId: 'sandboxOutbox',
      summary: 'Notices sent, newest first',
      tags: ['sandbox'],
      responses: answers({ 200: 'notices' }, { 200: json(list({ $ref: '#/components/schemas/Notice' })) }),
    },
  },
  '/outbox': {
    get: {
      operationId: 'outboxPage',
      summary: 'The same as a page',
      tags: ['sandbox'],
      responses: answers({ 200: 'page' }, { 200: page }),
    },
  },
  '/sandbox/records': {
    get: {
      operationId: 'sandboxRecords',
      summary: 'Transfer records with their events',
      tags: ['sandbox'],
      responses: answers({ 200: 'records, newest first' }, { 200: json(list(anyObject)) }),
    },
  },
  '/sandbox/card/sign': {
    post: {
      operationId: 'signWithCard',
      summary: 'The simulated card signs a challenge',
      tags: ['sandbox'],
      requestBody: jsonBody(object({ card: text, pin: text, challenge: text })),
      responses: answers(
        {
          200: 'certificate and signature',
          400: 'unreadable',
          403: 'wrong card number or PIN',
          423: 'locked after three wrong PINs',
        },
        { 200: json(object({ certificate: text, signature: text })) },
      ),
    },
  },
});
