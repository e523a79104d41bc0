import { strings } from '../locales/strings';

/** Texts of the request body that can be edited. */
export const BODY_STRINGS = strings('body', {
  help: 'Sent to the node as it is here. Edit it to send something else.',
  notJson: 'Not valid JSON: {reason}',
  wrong: 'The node would reject this: {reasons}.',
  unknownField: '{field} isn’t a dial request field',
});
