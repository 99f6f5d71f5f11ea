package dev.toolsmith.generator.emit;

import java.util.Optional;

/**
 * What emitted code is called.
 *
 * @param packageName the package of all generated classes, known to be a legal one
 * @param main what a generated {@code Main} starts; empty when none is wanted
 */
public record EmitOptions(String packageName, Optional<ServerMain> main) {}
