'use strict';

function element(name, properties = {}, ...children) {
	const created = Object.assign(document.createElement(name), properties);
	created.append(...children);
	return created;
}

function badge(kind, text) {
	return element('span', { className: `badge ${kind}` }, text);
}
