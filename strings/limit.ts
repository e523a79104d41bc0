import { strings } from '../locales/strings';

/** Texts beside a call that the limit holds back. */
export const LIMIT_STRINGS = strings('limit', {
  change: 'Change the limit',
  managed: 'Your administrator set the limit.',
});
