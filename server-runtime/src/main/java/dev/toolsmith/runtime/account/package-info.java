/** What is known of single accounts beyond an API's description, and how it makes tools' schemas exact. */
@NullMarked
package dev.toolsmith.runtime.account;

import org.jspecify.annotations.NullMarked;
