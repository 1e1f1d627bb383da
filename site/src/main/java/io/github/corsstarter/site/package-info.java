/**
 * Documentation as a static site: pages, navigation and search that need no server.
 */
@NullMarked
package io.github.corsstarter.site;

import org.jspecify.annotations.NullMarked;
