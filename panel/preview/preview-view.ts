/** What is done before a view is looked at: selectors, and the text for a field, or of a file for it. */
export type PreviewStep = ['click' | 'wait', string] | ['fill' | 'select' | 'file', string, string];

/** A state of the panel or of a page, reached on the panel's page without an extension. */
export type PreviewView = {
  name: string;
  /** As in the address of preview.tsx. */
  state: string;
  /**
   * Initial state: first run, managed by policy, with damaged data, with a chat that can’t be reached and
   * notifications that aren’t allowed, with many presets, or after a panel that was closed under a list.
   */
  stored?: 'nothing' | 'managed' | 'damaged' | 'trouble' | 'presets' | 'interrupted';
  steps?: readonly PreviewStep[];
};
