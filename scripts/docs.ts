// npm run docs: writes what of docs/ comes out of the source.
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {renderMessagesPage} from './messages-page.ts';
import {readMessages} from './read-messages.ts';

const project = path.join(import.meta.dirname, '..');
const messages = await readMessages(path.join(project, 'source'));
writeFileSync(path.join(project, 'docs', 'messages.md'), renderMessagesPage(messages));
console.log(`docs/messages.md: ${messages.length} messages`);
