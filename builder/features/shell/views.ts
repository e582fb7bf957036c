/** The views of a form, in their order. */
export const plainViews = ['edit', 'mapping', 'rules', 'preview', 'history'] as const;
/** Of a form that is kept somewhere. */
export const keptViews = [...plainViews, 'review', 'publish', 'versions', 'kept'] as const;
