/** A dialog on screen. */
export interface OpenDialog {
  readonly root: HTMLElement;
  close(): void;
}

/** What shows and hides the frame in which the dialogs are. */
interface Stage {
  /** @param opened how many dialogs have been opened up to now */
  show(opened: number): void;
  hide(): void;
}

/** A dialog with its place in the order in which all were opened. */
interface Placed extends OpenDialog {
  number: number;
  isOwn: boolean;
}

/**
 * The open dialogs, of which the last is seen, or this host's own: no plugin covers the list in which it can
 * be turned off. Web App 3's frame around them has the button that closes them.
 */
export class DialogStack {
  readonly #container: HTMLElement;
  readonly #stage: Stage;
  readonly #open: Placed[] = [];
  #opened = 0;

  constructor(container: HTMLElement, stage: Stage) {
    this.#container = container;
    this.#stage = stage;
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) this.#top?.close();
    });
    // The frame is not drawn while it is hidden, and takes the focus only when it is.
    new ResizeObserver(() => this.#focus()).observe(document.documentElement);
  }

  get #top(): Placed | undefined {
    return this.#open.findLast(({ isOwn }) => isOwn) ?? this.#open.at(-1);
  }

  /** Puts a dialog of this host's own on screen, in front of those of plugins. */
  openOwn(title: string, content: Node, onClose: () => void): OpenDialog {
    return this.#add(title, content, onClose, true);
  }

  /** Shows a dialog. `onClose` is called once, when the plugin or the user closes it. */
  open(title: string, content: Node, onClose: () => void): OpenDialog {
    return this.#add(title, content, onClose, false);
  }

  #add(title: string, content: Node, onClose: () => void, isOwn: boolean): OpenDialog {
    const root = element('section', 'classic-dialog');
    const heading = element('h1', 'classic-dialog-title');
    heading.textContent = title;
    heading.id = `classic-dialog-${crypto.randomUUID()}`;
    root.setAttribute('role', 'dialog');
    root.setAttribute('aria-labelledby', heading.id);
    const header = element('header', 'classic-dialog-header');
    header.append(heading);
    const body = element('div', 'classic-dialog-body');
    body.append(content);
    root.append(header, body);

    this.#opened += 1;
    const dialog: Placed = {
      root,
      isOwn,
      number: this.#opened,
      close: () => {
        const place = this.#open.indexOf(dialog);
        if (place < 0) return;
        this.#open.splice(place, 1);
        root.remove();
        this.#show();
        onClose();
      },
    };
    this.#open.push(dialog);
    this.#container.append(root);
    this.#show();
    return dialog;
  }

  /**
   * Closes the dialogs that were there when the user closed the frame around them. One that has opened since
   * stays, and is shown.
   */
  closeUpTo(opened: number): void {
    for (const dialog of this.#open.toReversed()) if (dialog.number <= opened) dialog.close();
  }

  #show(): void {
    const top = this.#top;
    for (const { root } of this.#open) root.hidden = root !== top?.root;
    if (top) this.#stage.show(this.#opened);
    else this.#stage.hide();
    this.#focus();
  }

  #focus(): void {
    const root = this.#top?.root;
    if (!root || root.contains(document.activeElement) || root.clientHeight === 0) return;
    const body = root.querySelector('.classic-dialog-body') ?? root;
    const first =
      body.querySelector<HTMLElement>('[autofocus]') ?? body.querySelector<HTMLElement>(FOCUSABLE);
    (first ?? root.querySelector<HTMLElement>(FOCUSABLE))?.focus();
  }
}

const FOCUSABLE = 'button, input, select, textarea, a[href], [tabindex]';

function element<K extends keyof HTMLElementTagNameMap>(tag: K, name: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}
