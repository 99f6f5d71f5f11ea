/** Writes what a tool means as a request: path, query, headers, cookies and body, as OpenAPI describes their styles. */
@NullMarked
package dev.toolsmith.runtime.upstream.request;

import org.jspecify.annotations.NullMarked;
