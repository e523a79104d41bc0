import { mountOptions } from '../../panel/options/mount';
import { askForHost } from '../../platform/hosts';
import { speakBrowserLanguage } from '../../platform/language';
import { extensionStorage } from '../../platform/storage';

speakBrowserLanguage(document);
const root = document.getElementById('options');
if (!root) throw new Error('The options document has no element #options.');
// The page lives as long as its document: nothing ever aborts it.
mountOptions(root, extensionStorage(), new AbortController().signal, askForHost);
