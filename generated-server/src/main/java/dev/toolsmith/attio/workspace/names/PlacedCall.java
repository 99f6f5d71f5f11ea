package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.runtime.bundle.BundledTool;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that is about one object or list.
 *
 * @param tool the tool that is called
 * @param place what it is about
 * @param arguments its arguments, names resolved; not to be changed
 */
public record PlacedCall(BundledTool tool, Place place, ObjectNode arguments) {}
