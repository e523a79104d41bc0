/** What assistive technology is told about an element at one moment. */
export interface ElementSnapshot {
  role: string;
  /** Accessible name: '' for roles that take none from their content, unless they are labelled. */
  name: string;
  /** Text content, white space collapsed. */
  text: string;
  description: string;
  disabled: boolean;
  invalid: boolean;
  focused: boolean;
  /** Of a form control. */
  value?: string;
  /** Of a checkbox, radio or switch. */
  checked?: boolean;
  /** Of a toggle button. */
  pressed?: boolean;
  /** Of a tab or an option. */
  selected?: boolean;
  /** Of a disclosure. */
  expanded?: boolean;
}

/** An accessible name to match: exactly, or by a pattern. JSON, because it travels into documents. */
export type NameMatch = { exactly: string } | { pattern: string; flags: string };

/** A point in a document's viewport, in CSS pixels, where a click reaches the element. */
export interface ClickPoint {
  x: number;
  y: number;
}

/** The lookup as it is installed in a document. */
export interface AccessibleLookup {
  /** Every visible match, in document order. */
  find(role: string, name: NameMatch): ElementSnapshot[];
  /**
   * Scrolls the element into view, which scrolls the documents around this one as well. Throws unless exactly
   * one matches, it is enabled, and a click would reach it. Where the mouse was before counts no more.
   */
  clickPoint(role: string, name: NameMatch): ClickPoint;
  /**
   * Waits until the mouse is seen at that point and the element still there, as what the next press is meant
   * for; else what there was instead.
   */
  arrive(role: string, name: NameMatch, at: ClickPoint): Promise<string | undefined>;
  /**
   * Waits a second for that press. Where it went instead; `undefined` if it came to what it was meant for.
   */
  takePress(): Promise<string | undefined>;
  /** Lets the next press go wherever it does. */
  letPress(): void;
  /** Selects what the focused text field holds, so that typing replaces it, and counts keys from now on. */
  selectText(role: string, name: NameMatch): void;
  /** Waits until so many keys have come and been let go; a second, if they went elsewhere. */
  takeKeys(count: number): Promise<void>;
  /** Chooses an option by value, with the events that a person's choice would cause. */
  choose(role: string, name: NameMatch, value: string): void;
  outline(): string;
}
