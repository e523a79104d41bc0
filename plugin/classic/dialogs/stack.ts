/** A dialog on screen. */
export interface OpenDialog {
  readonly root: HTMLElement;
  close(): void;
}

/** What shows and hides the frame in which the dialogs are. */
export interface Stage {
  show(): void;
  hide(): void;
}

/**
 * The open dialogs, of which the last is seen. Web App 3's frame around them has the button that closes
 * them.
 */
export class DialogStack {
  readonly #container: HTMLElement;
  readonly #stage: Stage;
  readonly #open: OpenDialog[] = [];

  constructor(container: HTMLElement, stage: Stage) {
    this.#container = container;
    this.#stage = stage;
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) this.#open.at(-1)?.close();
    });
    // The frame is not drawn while it is hidden, and takes the focus only when it is.
    new ResizeObserver(() => this.#focus()).observe(document.documentElement);
  }

  /** Puts a dialog on screen. `onClose` hears of it once, whoever closes it. */
  open(title: string, content: Node, onClose: () => void): OpenDialog {
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

    const dialog: OpenDialog = {
      root,
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

  /** Closes every dialog: the user has closed the frame around them. */
  closeAll(): void {
    for (const dialog of this.#open.toReversed()) dialog.close();
  }

  #show(): void {
    const top = this.#open.at(-1);
    for (const { root } of this.#open) root.hidden = root !== top?.root;
    if (top) this.#stage.show();
    else this.#stage.hide();
    this.#focus();
  }

  #focus(): void {
    const root = this.#open.at(-1)?.root;
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
