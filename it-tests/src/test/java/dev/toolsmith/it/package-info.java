/** Tests of the whole product through real clients and processes. */
package dev.toolsmith.it;
