@NullMarked
package io.github.corsstarter.site;

import org.jspecify.annotations.NullMarked;
