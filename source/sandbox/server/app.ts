import type {HttpBindings} from '@hono/node-server';
import {Hono} from 'hono';

export type Bindings = {Bindings: HttpBindings};
export type App = Hono<Bindings>;

/** An app whose own mistakes are told to the client, never to the terminal that it runs in. */
export function createApp(): App {
	const app = new Hono<Bindings>();
	app.onError((error, context) =>
		context.text(`The sandbox has failed: ${error.stack ?? error.message}`, 500),
	);
	return app;
}
