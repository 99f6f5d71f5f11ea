/** The filter and sort language of record and entry queries. */
@NullMarked
package dev.toolsmith.sandbox.filter;

import org.jspecify.annotations.NullMarked;
