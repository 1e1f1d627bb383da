'use strict';

/*
 * What scripts of the shop's pages do, whatever their origin: fetch, and tell what came of it. The shop is one process
 * with many origins, because each name of this machine that leads to it is another host.
 */

/** The origin of the shop under another of this machine's names. */
function at(hostname) {
	return Object.assign(new URL('/', location.href), { hostname }).origin;
}

/** Where the shop's page is opened. */
const home = at('127.0.0.1');

/** Where the shop's API is called. */
const api = at('localhost');

/** Makes a request. Resolves to what the script can read of the answer, in data that frames can exchange. */
async function perform({ url, method, headers, body, credentials }) {
	try {
		const response = await fetch(url, { method, headers, body, credentials, cache: 'no-store' });
		return {
			outcome: 'readable', status: response.status, headers: Object.fromEntries(response.headers),
			body: await response.text()
		};
	}
	catch (error) {
		return { outcome: 'blocked', error: error.message };
	}
}

/** Whether this machine has a page of the origin to make a request from. */
function hasPage(origin) {
	if (origin === 'null') {
		return true;
	}
	const { hostname } = URL.canParse(origin) ? new URL(origin) : { hostname: '' };
	return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+)$/.test(hostname) && origin === at(hostname);
}

/**
 * Makes a request from a page of the given origin: this page, or one in a frame. The outcome is unknown when no such
 * page can be opened.
 */
function performFrom(origin, request) {
	if (origin === location.origin) {
		return perform(request);
	}
	return hasPage(origin) ? performInFrame(origin, request)
		: Promise.resolve({ outcome: 'unknown', error: 'this machine has no page of that origin' });
}

function performInFrame(origin, request) {
	const frame = document.createElement('iframe');
	frame.hidden = true;
	frame.title = `A page of the origin ${origin}`;
	frame.src = `${(origin === 'null') ? home : origin}/frame.html`;
	if (origin === 'null') {
		frame.sandbox = 'allow-scripts';
	}
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		const patience = setTimeout(
			() => resolve({ outcome: 'unknown', error: 'the browser does not open a page of that origin' }), 10_000);
		port1.onmessage = (event) => {
			clearTimeout(patience);
			resolve(event.data);
		};
		frame.onload = () => frame.contentWindow.postMessage(request, (origin === 'null') ? '*' : origin, [port2]);
		document.body.append(frame);
	}).finally(() => frame.remove());
}
