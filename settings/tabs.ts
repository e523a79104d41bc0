/** The views of the panel, in the order of their tabs. */
export const TABS = ['dial-out', 'people', 'chat', 'testing'] as const;
export type TabName = (typeof TABS)[number];
