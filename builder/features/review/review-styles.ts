import { css } from 'lit';
import { publishStyles } from '../publish/publish-styles.ts';
import { changesStyles } from './changes-styles.ts';

export const reviewStyles = [
  publishStyles,
  changesStyles,
  css`
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    mydata-builder-preview {
      padding: 0.75rem 0 0;
      background: none;
    }
    .trail {
      margin: 0;
      padding-inline-start: 1.5rem;
    }
    .trail q {
      display: block;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    @media (width < 64rem) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @media (width < 40rem) {
      :host {
        padding-inline: 0.5rem;
      }
      .sheet {
        padding-inline: 0.75rem;
      }
    }
  `,
];
