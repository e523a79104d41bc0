import { CHAT_VIEWS } from './chat-views';
import { DIAL_PREVIEWS } from './dial-views';
import { DOCK_VIEWS } from './dock-views';
import { LIST_VIEWS } from './list-views';
import { MENU_VIEWS } from './menu-views';
import { PAGE_VIEWS } from './page-views';
import { PEOPLE_VIEWS } from './people-views';
import type { PreviewView } from './preview-view';
import { TESTING_PREVIEWS } from './testing-views';

/**
 * Every state that the panel and the options are designed for. Pictures are drawn of them, and each is held
 * to the rules of accessibility: a new state of the panel is added to the views of its part.
 */
export const PREVIEW_VIEWS: readonly PreviewView[] = [
  ...DIAL_PREVIEWS,
  ...MENU_VIEWS,
  ...PEOPLE_VIEWS,
  ...CHAT_VIEWS,
  ...LIST_VIEWS,
  ...TESTING_PREVIEWS,
  ...DOCK_VIEWS,
  ...PAGE_VIEWS,
];
