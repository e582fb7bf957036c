/** The form builder with a form of the demo. Its samples are large: they are loaded with it. */
import type * as Samples from '../samples/builder.ts';
import { say, type Scene } from './scene.ts';

let samples: typeof Samples | undefined;

export const builder: Scene = {
  tag: 'mydata-form-builder',
  load: async () => {
    [samples] = await Promise.all([import('../samples/builder.ts'), import('#builder/define/mydata-form-builder.ts')]);
  },
  whole: true,
  states: {
    form: {
      name: say('急難救助', 'Emergency relief'),
      give: (element) => void Object.assign(element, { catalogue: samples?.catalogue, document: samples?.document }),
    },
    none: {
      name: say('沒有表單', 'No form'),
      give: (element) => void Object.assign(element, { catalogue: samples?.catalogue }),
    },
  },
};
