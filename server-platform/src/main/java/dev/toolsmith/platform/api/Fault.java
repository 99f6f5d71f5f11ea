package dev.toolsmith.platform.api;

/**
 * One place of a request's body that is wrong.
 *
 * @param pointer JSON pointer into the body
 * @param code a stable name, such as {@code wrong_type}
 * @param detail what is wrong and what to do; holds no value of the body that could be a secret
 */
record Fault(String pointer, String code, String detail) {}
