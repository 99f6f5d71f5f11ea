package dev.toolsmith.attio.workspace.facts;

import java.util.List;

/**
 * What has attributes: an object with records, or a list with entries.
 *
 * @param kind which of them
 * @param id the UUID
 * @param slug the slug
 * @param titles what people call it: a list's name, an object's plural and singular noun
 * @param parents the slugs of the objects that a list holds records of; empty for objects
 */
public record Owner(Kind kind, String id, String slug, List<String> titles, List<String> parents) {

    /** Which owners there are, as paths name them. */
    public enum Kind {
        /** Objects. */
        OBJECTS("objects", "object"),
        /** Lists. */
        LISTS("lists", "list");

        private final String target;
        private final String noun;

        Kind(String target, String noun) {
            this.target = target;
            this.noun = noun;
        }

        /** The word that stands in paths. */
        public String target() {
            return target;
        }

        /** What one of them is called. */
        public String noun() {
            return noun;
        }
    }

    public Owner {
        titles = List.copyOf(titles);
        parents = List.copyOf(parents);
    }

    /** The name for people. */
    public String title() {
        return titles.get(0);
    }
}
