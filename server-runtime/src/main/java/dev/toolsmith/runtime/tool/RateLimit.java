package dev.toolsmith.runtime.tool;

/**
 * What an API said, or what we know, about how many calls are left.
 *
 * @param limit calls allowed in the current window; negative when unknown
 * @param remaining calls left in it; negative when unknown
 * @param resetSeconds seconds until it begins anew, never negative
 */
public record RateLimit(long limit, long remaining, long resetSeconds) {}
