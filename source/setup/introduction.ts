/** What is said before anything is set up. */
export const introduction =
	'Recscribe reads what was said in your Zoom cloud recordings. It needs two accounts of yours: ' +
	'Zoom, where the recordings are, and AssemblyAI, which turns them into text.';
