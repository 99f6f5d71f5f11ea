package dev.toolsmith.attio.workspace.facts;

import java.util.List;

/**
 * An attribute of an object or a list.
 *
 * @param id the UUID
 * @param slug the slug
 * @param title what people call it
 * @param type the type of its values
 * @param writable whether calls may write it
 * @param required whether every record or entry needs a value
 * @param hasDefault whether one that is created without a value gets one
 * @param unique whether a value occurs only once
 * @param multi whether it holds several values
 * @param archived whether it is out of use
 * @param currency the currency of its amounts; empty for other types
 * @param allowedObjects the UUIDs of the objects that it may refer to; empty for any
 */
public record Attribute(
        String id,
        String slug,
        String title,
        AttributeType type,
        boolean writable,
        boolean required,
        boolean hasDefault,
        boolean unique,
        boolean multi,
        boolean archived,
        String currency,
        List<String> allowedObjects) {

    public Attribute {
        allowedObjects = List.copyOf(allowedObjects);
    }
}
