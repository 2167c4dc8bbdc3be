// The least that an Ink program can do, not bundled and with React as it comes.
import {render, Text} from 'ink';
import {createElement} from 'react';

render(createElement(Text, null, 'hello'));
