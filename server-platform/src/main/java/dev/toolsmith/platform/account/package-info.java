/** Connected accounts: their credentials, states and checks. */
@NullMarked
package dev.toolsmith.platform.account;

import org.jspecify.annotations.NullMarked;
