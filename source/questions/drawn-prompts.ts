// Named here, so that the build leaves out the prompts that nobody asks with, and what they bring along.
export {checkbox, confirm, input, search, select} from '@inquirer/prompts';
