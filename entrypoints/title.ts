import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportTitle } from '../platform/title-report';

// Runs on the sites of people's own chats alone, in every frame of theirs: see platform/title-script.ts.
export default defineUnlistedScript(() => reportTitle());
