/** What a page around the builder uses to keep forms at a county app. */
export { countyBuilderApi, type BuilderApi } from './features/builder-api.ts';
export { countyForms, FormsProblem, type FormsApi } from './features/store/forms-api.ts';
export { FormStore, type SaveState } from './features/store/form-store.ts';
export { browserCopies, type LocalCopies } from './features/store/local-copy.ts';
