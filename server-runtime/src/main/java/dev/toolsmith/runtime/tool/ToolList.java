package dev.toolsmith.runtime.tool;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The tools that one server offers, in a fixed order, with what {@code tools/list} says of each. */
public interface ToolList {

    /** The offered tools, sorted by name. */
    List<ToolDescriptor> tools();

    /** The finished {@code tools/list} object of an offered tool, UTF-8 JSON. */
    ListedTool listed(ToolDescriptor tool);

    /**
     * The finished objects of all offered tools in their order, with commas between them: the inside of the array that
     * {@code tools/list} answers with. White space, line breaks too, may stand between them.
     */
    default ListedTool listing() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ToolDescriptor tool : tools()) {
            if (all.size() > 0) {
                all.write(',');
            }
            ListedTool one = listed(tool);
            all.write(one.bytes(), one.offset(), one.length());
        }
        return new ListedTool(all.toByteArray(), 0, all.size());
    }

    /**
     * The listing as it is for the account that the tools call, where something of that has to be read first.
     *
     * @return completes normally, after a few seconds at most
     */
    default CompletableFuture<Listing> currentListing() {
        return CompletableFuture.completedFuture(Listing.of(listing()));
    }

    /** The arguments of a tool that clients repeat in HTTP header fields, as its schema asks them to. */
    default List<MirroredArgument> mirrored(String tool) {
        return List.of();
    }

    /** Where to hear of changes of this list; empty when it stays as it is. */
    default Optional<ListChanges> changes() {
        return Optional.empty();
    }

    /**
     * A slice of bytes, not to be changed.
     *
     * @param bytes the array that holds it
     * @param offset where it begins
     * @param length how long it is
     */
    record ListedTool(byte[] bytes, int offset, int length) {}

    /**
     * A listing with what is to be told of it.
     *
     * @param tools as {@link #listing}
     * @param meta UTF-8 JSON object for {@code _meta}
     */
    record Listing(ListedTool tools, Optional<byte[]> meta) {

        /** A listing of which there is nothing to tell. */
        public static Listing of(ListedTool tools) {
            return new Listing(tools, Optional.empty());
        }
    }
}
