// Loaded before the program: the system does not know the home folder of whoever runs it, as in a
// container whose user has no entry in its list.
import {syncBuiltinESMExports} from 'node:module';
import os from 'node:os';
import process from 'node:process';

os.homedir = () => {
	const home = process.env['HOME'];
	if (home === undefined) {
		throw new Error('A system error occurred: uv_os_homedir returned ENOENT');
	}

	return home;
};
syncBuiltinESMExports();
