'use strict';

/*
 * What the page asks of the shop as soon as it is opened, and what each request has to come to:
 *   readable  the script got the response, with the status (and header) it looks for
 *   hidden    the script got the response, but not the header it looks for
 *   blocked   the browser kept the response from the script
 */
const json = { 'Content-Type': 'application/json' };
const draft = (price) => JSON.stringify({ title: 'Hypertext', author: 'Ted Nelson', price });

const groups = [
	{
		title: 'Allowed: the policy names this origin',
		requests: [
			{
				id: 'simple-get', title: 'GET /api/books',
				note: 'A simple request: no preflight.',
				path: '/api/books',
				expected: 'readable', status: 200, read: (answer) => `${answer.length} books`
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
				expected: 'readable', status: 201, header: 'Location'
			},
			{
				id: 'put', title: 'PUT the new book',
				note: 'Preflight asks for the method and for Content-Type.',
				path: () => headerRead('post', 'Location') ?? '/api/books/unknown', method: 'PUT', headers: json, body: draft(25),
				expected: 'readable', status: 200, read: (answer) => `price ${answer.price}`
			},
			{
				id: 'delete', title: 'DELETE the new book',
				note: 'Preflight asks for the method.',
				path: () => headerRead('post', 'Location') ?? '/api/books/unknown', method: 'DELETE',
				expected: 'readable', status: 204
			},
			{
				id: 'allowed-header', title: 'GET with X-Request-Id',
				note: 'A header of our own, listed in allowed-headers.',
				path: '/api/books/1', headers: { 'X-Request-Id': '42' },
				expected: 'readable', status: 200, read: (answer) => answer.title
			},
			{
				id: 'log-in', title: 'POST /api/session with credentials',
				note: 'allow-credentials lets the browser keep the cookie of the response.',
				path: '/api/session', method: 'POST', headers: json, body: JSON.stringify({ name: 'Ada' }),
				credentials: 'include',
				expected: 'readable', status: 200, read: (answer) => `logged in as ${answer.name}`
			},
			{
				id: 'with-credentials', title: 'GET /api/session with credentials',
				note: 'The cookie comes along: it is SameSite=None, Secure and Partitioned.',
				path: '/api/session', credentials: 'include',
				expected: 'readable', status: 200, read: (answer) => `I am ${answer.name}`
			},
			{
				id: 'without-credentials', title: 'GET /api/session without credentials',
				note: 'No cookie, so a 401: an error, and readable all the same.',
				path: '/api/session', credentials: 'omit',
				expected: 'readable', status: 401, read: (answer) => answer.detail
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
				path: '/api/books', origin: 'null',
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
				expected: 'readable', status: 200, read: (answer) => `${answer.length} titles`
			},
			{
				id: 'catalog-unknown-origin', title: 'GET /catalog from a sandboxed frame',
				note: 'Any origin, so null too.',
				path: '/catalog', origin: 'null',
				expected: 'readable', status: 200
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
				expected: 'readable', status: 200, read: (answer) => `price ${answer.price}`
			}
		]
	}
];
