/** As a published form's validator module. */
export { validator as default } from './definition.ts';
