package dev.toolsmith.generator.api;

/**
 * A place in a description.
 *
 * @param document the document's file name, without folders
 * @param pointer a JSON pointer (RFC 6901) into it, empty for the whole document
 */
public record SourcePointer(String document, String pointer) {

    /** The place of one member of the object at this place. */
    public SourcePointer member(String name) {
        return new SourcePointer(
                document, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** The place of one element of the array at this place. */
    public SourcePointer element(int index) {
        return new SourcePointer(document, pointer + "/" + index);
    }

    @Override
    public String toString() {
        return document + "#" + pointer;
    }
}
