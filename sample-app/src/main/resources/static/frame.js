'use strict';

/* A page without content. The shop's page embeds it under another origin and has it make a request. */
addEventListener('message', async (event) => {
	if (event.source === parent && event.origin === home) {
		event.ports[0].postMessage(await perform(event.data));
	}
});
