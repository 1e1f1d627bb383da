'use strict';

/*
 * The page is served by http://127.0.0.1 and calls http://localhost on the same port: one process,
 * two origins. A row passes when its outcome is the expected one:
 *   readable  the script got the response, with the status (and header) it looks for
 *   hidden    the script got the response, but not the header it looks for
 *   blocked   the browser kept the response from the script
 */
const api = at('localhost');

const json = { 'Content-Type': 'application/json' };
const draft = (price) => JSON.stringify({ title: 'Hypertext', author: 'Ted Nelson', price });

// The path of the book that a row adds, as the exposed Location header tells it.
let added = '/api/books/unknown';

const groups = [
	{
		title: 'Allowed: the policy names this origin',
		requests: [
			{
				id: 'simple-get', title: 'GET /api/books',
				note: 'A simple request: no preflight.',
				path: '/api/books',
				expected: 'readable', status: 200, read: async (response) => `${(await response.json()).length} books`
			},
			{
				id: 'exposed-header', title: 'GET /api/books, its X-Total-Count',
				note: 'Listed in exposed-headers.',
				path: '/api/books',
				expected: 'readable', status: 200, header: 'X-Total-Count'
			},
			{
				id: 'post', title: 'POST /api/books',
				note: 'JSON, so a preflight goes first. The new book’s Location is exposed.',
				path: '/api/books', method: 'POST', headers: json, body: draft(20),
				expected: 'readable', status: 201, header: 'Location', read: (response) => {
					added = response.headers.get('Location');
				}
			},
			{
				id: 'put', title: 'PUT the new book',
				note: 'Preflight asks for the method and for Content-Type.',
				path: () => added, method: 'PUT', headers: json, body: draft(25),
				expected: 'readable', status: 200, read: async (response) => `price ${(await response.json()).price}`
			},
			{
				id: 'delete', title: 'DELETE the new book',
				note: 'Preflight asks for the method.',
				path: () => added, method: 'DELETE',
				expected: 'readable', status: 204
			},
			{
				id: 'allowed-header', title: 'GET with X-Request-Id',
				note: 'A header of our own, listed in allowed-headers.',
				path: '/api/books/1', headers: { 'X-Request-Id': '42' },
				expected: 'readable', status: 200, read: async (response) => (await response.json()).title
			},
			{
				id: 'log-in', title: 'POST /api/session with credentials',
				note: 'allow-credentials lets the browser keep the cookie of the response.',
				path: '/api/session', method: 'POST', headers: json, body: JSON.stringify({ name: 'Ada' }),
				credentials: 'include',
				expected: 'readable', status: 200, read: async (response) => `logged in as ${(await response.json()).name}`
			},
			{
				id: 'with-credentials', title: 'GET /api/session with credentials',
				note: 'The cookie comes along: it is SameSite=None, Secure and Partitioned.',
				path: '/api/session', credentials: 'include',
				expected: 'readable', status: 200, read: async (response) => `I am ${(await response.json()).name}`
			},
			{
				id: 'without-credentials', title: 'GET /api/session without credentials',
				note: 'No cookie, so a 401: an error, and readable all the same.',
				path: '/api/session', credentials: 'omit',
				expected: 'readable', status: 401, read: async (response) => (await response.json()).detail
			}
		]
	},
	{
		title: 'Refused: the policy says no',
		requests: [
			{
				id: 'header-not-allowed', title: 'GET with X-Debug',
				note: 'Not in allowed-headers; the preflight fails.',
				path: '/api/books/1', headers: { 'X-Debug': '1' },
				expected: 'blocked'
			},
			{
				id: 'method-not-allowed', title: 'PATCH /api/books/1',
				note: 'Not in allowed-methods; the preflight fails and the shop never sees the PATCH.',
				path: '/api/books/1', method: 'PATCH', headers: json, body: JSON.stringify({ price: 1 }),
				expected: 'blocked'
			},
			{
				id: 'unknown-origin', title: 'GET /api/books from a sandboxed frame',
				note: 'Its origin is null, which no entry allows.',
				path: '/api/books', sandboxed: true,
				expected: 'blocked'
			},
			{
				id: 'ungoverned', title: 'GET /status',
				note: 'No policy has this path: the shop answers, without CORS headers.',
				path: '/status',
				expected: 'blocked'
			}
		]
	},
	{
		title: 'Open: the public catalogue',
		requests: [
			{
				id: 'catalog', title: 'GET /catalog',
				note: 'Any origin: Access-Control-Allow-Origin is *.',
				path: '/catalog',
				expected: 'readable', status: 200, read: async (response) => `${(await response.json()).length} titles`
			},
			{
				id: 'catalog-unknown-origin', title: 'GET /catalog from a sandboxed frame',
				note: 'Any origin, so null too.',
				path: '/catalog', sandboxed: true,
				expected: 'readable'
			},
			{
				id: 'catalog-hidden-header', title: 'GET /catalog, its X-Total-Count',
				note: 'The same header as above, but this policy does not expose it.',
				path: '/catalog',
				expected: 'hidden', status: 200, header: 'X-Total-Count'
			},
			{
				id: 'catalog-with-credentials', title: 'GET /catalog with credentials',
				note: 'Browsers refuse * once credentials are involved.',
				path: '/catalog', credentials: 'include',
				expected: 'blocked'
			}
		]
	},
	{
		title: 'Same origin: CORS stands aside',
		requests: [
			{
				id: 'same-origin', title: 'PATCH /api/books/1, from here to here',
				note: 'The method refused above: same-origin requests are never judged.',
				path: '/api/books/1', method: 'PATCH', headers: json, body: JSON.stringify({ price: 41.5 }),
				sameOrigin: true,
				expected: 'readable', status: 200, read: async (response) => `price ${(await response.json()).price}`
			}
		]
	}
];

/** This page's origin, but on another host. */
function at(hostname) {
	return Object.assign(new URL(location.origin), { hostname }).origin;
}

/** Makes one request. Resolves to its outcome and to what there is to tell about it. */
async function run(request) {
	const path = (typeof request.path === 'function') ? request.path() : request.path;
	const url = (request.sameOrigin ? '' : api) + path;
	if (request.sandboxed) {
		return runSandboxed(url);
	}
	let response;
	try {
		const { method, headers, body, credentials } = request;
		response = await fetch(url, { method, headers, body, credentials, cache: 'no-store' });
	}
	catch (error) {
		return { outcome: 'blocked', detail: error.message };
	}
	if (response.status !== request.status) {
		return { outcome: `status ${response.status}`, detail: response.statusText };
	}
	if (request.header && !response.headers.has(request.header)) {
		return { outcome: 'hidden', detail: `${response.status}, but no ${request.header}` };
	}
	const text = await request.read?.(response);
	const header = request.header && `${request.header}: ${response.headers.get(request.header)}`;
	return { outcome: 'readable', detail: [response.status, header ?? text].filter(Boolean).join(', ') };
}

/** Makes a simple request from a frame whose origin is opaque, the one other origin a page can have for free. */
function runSandboxed(url) {
	const frame = document.createElement('iframe');
	frame.sandbox = 'allow-scripts';
	frame.hidden = true;
	frame.srcdoc = `<script>
		fetch(${JSON.stringify(url)}, { cache: 'no-store' })
			.then((response) => ({ outcome: 'readable', detail: String(response.status) }),
				(error) => ({ outcome: 'blocked', detail: error.message }))
			.then((result) => parent.postMessage(result, '*'));
	<\/script>`;
	return new Promise((resolve) => {
		addEventListener('message', function receive(event) {
			if (event.source === frame.contentWindow) {
				removeEventListener('message', receive);
				frame.remove();
				resolve(event.data);
			}
		});
		document.body.append(frame);
	});
}

function element(name, properties = {}, ...children) {
	const created = Object.assign(document.createElement(name), properties);
	created.append(...children);
	return created;
}

function cell(label, ...children) {
	const created = element('td', {}, ...children);
	created.dataset.label = label;
	return created;
}

function groupHeading(title) {
	return element('tr', {}, element('th', { scope: 'rowgroup', colSpan: 4 }, title));
}

function show(row, request, { outcome, detail }, explained) {
	const passed = (outcome === request.expected);
	row.dataset.outcome = outcome;
	row.dataset.passed = passed;
	const result = cell('Result', element('span', { className: `badge ${passed ? 'good' : 'bad'}` },
		passed ? '✓ as expected' : '✗ unexpected'));
	result.className = 'result';
	if (explained && !request.sameOrigin) {
		result.append(element('a',
			{ className: 'why', href: explainLink(request), ariaLabel: `why? ${request.title}` }, 'why?'));
	}
	row.append(cell('Expected', request.expected), cell('Got', `${outcome} (${detail})`), result);
	return passed;
}

function explainLink(request) {
	const parameters = new URLSearchParams({
		path: (typeof request.path === 'function') ? request.path() : request.path,
		origin: request.sandboxed ? 'null' : location.origin,
		method: request.method ?? 'GET'
	});
	if (request.headers) {
		parameters.set('headers', Object.keys(request.headers).join(',').toLowerCase());
	}
	return `actuator/cors/explain?${parameters}`;
}

async function canExplain() {
	return (await fetch(`actuator/cors/explain?path=/&origin=${location.origin}`)).ok;
}

async function runAll() {
	const explained = await canExplain();
	document.getElementById('endpoint').hidden = !explained;
	const table = document.querySelector('table');
	let total = 0;
	let passed = 0;
	for (const group of groups) {
		const body = table.appendChild(element('tbody', {}, groupHeading(group.title)));
		for (const request of group.requests) {
			const heading = element('th', { scope: 'row' }, element('strong', {}, request.title),
				element('small', {}, request.note));
			const row = body.appendChild(element('tr', { id: request.id }, heading));
			row.dataset.expected = request.expected;
			total++;
			passed += show(row, request, await run(request), explained) ? 1 : 0;
		}
	}
	const summary = document.getElementById('summary');
	summary.textContent = (passed === total) ? `✓ All ${total} requests went as expected`
		: `✗ ${total - passed} of ${total} requests went otherwise than expected`;
	summary.classList.add((passed === total) ? 'good' : 'bad');
}

function start() {
	document.getElementById('page-origin').textContent = location.origin;
	document.getElementById('api-origin').textContent = api;
	const here = `${at('127.0.0.1')}/`;
	if (location.hostname === 'localhost') {
		location.replace(here);
		return;
	}
	if (location.hostname !== '127.0.0.1') {
		const link = document.getElementById('elsewhere-link');
		link.href = here;
		link.textContent = here;
		document.getElementById('elsewhere').hidden = false;
	}
	runAll().finally(() => {
		document.body.dataset.done = 'true';
	});
}

start();
