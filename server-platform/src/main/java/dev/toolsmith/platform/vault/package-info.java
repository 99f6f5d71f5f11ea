/** Keys, encrypted credentials, keyed hashes and tokens. Nothing of the cryptography library shows outside. */
@NullMarked
package dev.toolsmith.platform.vault;

import org.jspecify.annotations.NullMarked;
