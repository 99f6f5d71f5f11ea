package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.ArgumentBinding;

/** One argument of a tool: where it goes and what values it takes; references in the schema point into the pool. */
record Argument(ArgumentBinding binding, ObjectNode schema) {

    String name() {
        return binding.argument();
    }

    /** The name on the wire: of the parameter, the header or the body's property. */
    String wireName() {
        if (binding instanceof ArgumentBinding.PathArgument path) {
            return path.parameter();
        } else if (binding instanceof ArgumentBinding.QueryArgument query) {
            return query.parameter();
        } else if (binding instanceof ArgumentBinding.HeaderArgument header) {
            return header.parameter();
        } else if (binding instanceof ArgumentBinding.CookieArgument cookie) {
            return cookie.parameter();
        } else if (binding instanceof ArgumentBinding.BodyProperty property) {
            return property.property();
        }
        return binding.argument();
    }

    /** Whether the API can be told a page size or position by this argument. */
    boolean canPage() {
        return binding instanceof ArgumentBinding.QueryArgument || binding instanceof ArgumentBinding.BodyProperty;
    }
}
