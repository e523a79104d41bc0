/** What is said of the request body where it can be edited. */
export const BODY_WORDS = {
  help: 'What goes to the node. Edit it to send something else.',
  notJson: (reason: string) => `This is no JSON: ${reason}`,
  wrong: (reasons: string) => `The node would refuse this: ${reasons}.`,
  unknownField: (field: string) => `${field} is no field of a dial request`,
};
