/** How often a refused toggle is made again, and how long after the first refusal. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 250;

/** Brings a widget to where it is wanted. */
interface Visibility {
  want(visible: boolean): void;
  /** Web App 3 has reported what a toggle of ours led to. */
  reported(visible: boolean): void;
  /** Web App 3 has closed the widget without a toggle of ours. */
  closed(): void;
  /** The widget is no more. */
  end(): void;
}

/** A toggle that Web App 3 has not answered yet. */
interface UnderWay {
  to: boolean;
  /** What it leads to, where that is known before the answer. */
  result?: boolean;
  isReported?: boolean;
}

/**
 * Shows and hides by Web App 3's only call, which turns one into the other. Toggles are made one after the
 * other, so that each starts from what the one before has led to.
 *
 * @param toggle rejects where Web App 3 refuses
 */
export function followVisibility(toggle: () => Promise<unknown>): Visibility {
  let wanted = false;
  let visible = false;
  let isEnded = false;
  let isMoving = false;
  let underWay: UnderWay | undefined;
  /** Toggles that are answered, and whose report is still to come. */
  let unreported = 0;

  async function move(): Promise<void> {
    if (isMoving) return;
    isMoving = true;
    let refusals = 0;
    while (visible !== wanted && !isEnded && refusals < MOST_TRIES) {
      const attempt: UnderWay = { to: wanted };
      underWay = attempt;
      try {
        await toggle();
        visible = attempt.result ?? attempt.to;
        if (!attempt.isReported) unreported += 1;
        refusals = 0;
      } catch (error) {
        console.error('classic-plugins: Web App 3 did not show or hide the dialog', error);
        refusals += 1;
      }
      underWay = undefined;
      if (refusals > 0 && refusals < MOST_TRIES) await pause(FIRST_PAUSE_MS * 2 ** (refusals - 1));
    }
    isMoving = false;
  }

  return {
    want(next) {
      wanted = next;
      void move();
    },
    reported(now) {
      if (unreported > 0) unreported -= 1;
      else if (underWay) {
        underWay.isReported = true;
        underWay.result = now;
      }
      // The report of an earlier toggle says nothing of a later one.
      if (underWay || unreported > 0) return;
      visible = now;
      void move();
    },
    closed() {
      visible = false;
      // A toggle that was to hide the widget finds it closed, and shows it; one that was to show it came
      // first.
      if (underWay) underWay.result = underWay.isReported ? false : !underWay.to;
    },
    end() {
      isEnded = true;
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
