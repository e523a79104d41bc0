/** The frame of the dock in a page. */
export const DOCK = 'iframe[title="External Chat"]';
