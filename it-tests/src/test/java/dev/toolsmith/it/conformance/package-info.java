/** The server that the protocol's official conformance suite is written for, made of our kernel and HTTP transport. */
@NullMarked
package dev.toolsmith.it.conformance;

import org.jspecify.annotations.NullMarked;
