import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportTitle } from '../browser/title-report';

// Runs on the sites of people's own chats alone, in every frame of theirs: see browser/title-script.ts.
export default defineUnlistedScript(() => reportTitle());
