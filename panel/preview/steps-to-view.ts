import type { PreviewStep } from './preview-view';

/** The steps to each view of the panel, as its elements' ids end. */
const WAYS = {
  people: ['people'],
  chat: ['chat'],
  many: ['dial-out', 'many'],
  log: ['testing', 'log'],
  tests: ['testing', 'tests'],
} as const;

/** The steps to a view, and those that follow. */
export const at = (view: keyof typeof WAYS, ...steps: PreviewStep[]): PreviewStep[] => [
  ...WAYS[view].map((tab): PreviewStep => ['click', `#tab-${tab}`]),
  ['wait', `#view-${view} > *`],
  ...steps,
];
