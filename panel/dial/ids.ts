/** Names the text area of the request body, so that a refusal can move the focus there. */
export const BODY_ID = 'dial-body';

/** Names the hint under the destination, so that the field can point at it. */
export const HINT_ID = 'dial-destination-hint';
