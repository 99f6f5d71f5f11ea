package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import dev.toolsmith.runtime.upstream.CompactJson.ItemList;
import dev.toolsmith.runtime.upstream.CompactJson.Root;
import dev.toolsmith.runtime.upstream.CompactJson.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes a result's text: the answer, cut to its page and to a size, in the form that the call wants, with
 * {@code next_cursor} where more follows.
 */
final class ResultWriter {

    private static final int CURSOR_ROOM = 2_048;
    private static final int LONGEST_NOTE = 700;
    private static final byte[] CUT_SHORT =
            "\nWhat ends in … may be cut: call again with view full for all of it.".getBytes(StandardCharsets.UTF_8);

    private final CompactJson answer;
    private final ResultShape shape;
    private final int most;

    private ResultWriter(CompactJson answer, ResultShape shape, int most) {
        this.answer = answer;
        this.shape = shape;
        this.most = most;
    }

    /** The text; empty when it is over the size and has no list to cut. */
    static Optional<ResultText> write(CompactJson answer, Optional<Page> page, ResultShape shape, int most) {
        ResultWriter writer = new ResultWriter(answer, shape, most);
        return page.isPresent() && answer.list().isPresent()
                ? writer.page(page.get(), answer.list().get())
                : writer.whole();
    }

    private Optional<ResultText> whole() {
        byte[] exact = answer.bytes();
        byte[] shown = exact;
        if (!shape.isPlain()) {
            JsonNode all = JsonTree.readAsWritten(exact);
            Optional<String> envelope = shape.envelope(all);
            JsonNode wanted = shape.wanted(envelope.map(all::path).orElse(all));
            shown = shape.isText()
                    ? lines(
                            List.of(shape.shown(wanted)),
                            Optional.empty(),
                            new Notes(Optional.empty(), Optional.empty()))
                    : enveloped(all, envelope, shape.shown(wanted));
            exact = shape.fields().isPresent() ? enveloped(all, envelope, JsonTree.write(wanted)) : exact;
        }
        if (Math.max(shown.length, shape.structured() ? exact.length : 0) > most) {
            return Optional.empty();
        }
        return Optional.of(new ResultText(shown, structured(answer.root() == Root.OBJECT, exact)));
    }

    /** The answer with another value of the member that it is about. */
    private static byte[] enveloped(JsonNode all, Optional<String> envelope, byte[] value) {
        if (envelope.isEmpty()) {
            return value;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(value.length + CURSOR_ROOM);
        for (Map.Entry<String, JsonNode> member : all.properties()) {
            boolean about = member.getKey().equals(envelope.get());
            text.writeBytes(bytes(
                    (text.size() == 0 ? "{" : ",") + quoted(member.getKey()) + ":",
                    about ? value : JsonTree.write(member.getValue()),
                    ""));
        }
        text.write('}');
        return text.toByteArray();
    }

    private Optional<byte[]> structured(boolean isObject, byte[] exact) {
        if (!shape.structured()) {
            return Optional.empty();
        }
        return Optional.of(isObject ? exact : bytes("{\"result\":", exact, "}"));
    }

    private Optional<ResultText> page(Page page, ItemList list) {
        int begin = page.begin(list);
        int asked = page.end(list);
        List<byte[]> shown = new ArrayList<>();
        List<byte[]> exact = new ArrayList<>();
        int frame = answer.bytes().length - (list.end() - list.begin()) + CURSOR_ROOM;
        long shownSize = frame;
        long exactSize = frame;
        for (int i = begin; i < asked; i++) {
            byte[] item = Arrays.copyOfRange(answer.bytes(), list.beginOf(i), list.endBefore(i + 1));
            byte[] text = item;
            if (!shape.isPlain()) {
                JsonNode wanted = shape.wanted(JsonTree.readAsWritten(item));
                text = shape.shown(wanted);
                item = shape.fields().isPresent() ? JsonTree.write(wanted) : item;
            }
            shownSize += text.length + 1L;
            exactSize += shape.structured() ? item.length + 1L : 0;
            if (Math.max(shownSize, exactSize) > most) {
                break;
            }
            shown.add(text);
            exact.add(item);
        }
        if (frame > most || (shown.isEmpty() && begin < asked)) {
            return Optional.empty();
        }
        int end = begin + shown.size();
        Optional<String> cursor = page.cursorAfter(answer, list, end);
        Optional<String> cut = end < asked ? Optional.of(cutOff(end - begin, asked - begin)) : Optional.empty();
        Notes notes = new Notes(cut, cursor.filter(more -> page.isFirst()).flatMap(more -> unseen()));
        byte[] text = shape.isText() ? lines(shown, cursor, notes) : json(list, shown, cursor, notes);
        byte[] structured = shape.structured() ? json(list, exact, cursor, notes) : text;
        return Optional.of(new ResultText(text, structured(true, structured), cursor.isPresent()));
    }

    /**
     * What is told beside the items of a page.
     *
     * @param cut that not all of them fit
     * @param unseen that none of them has a field that is wanted
     */
    private record Notes(Optional<String> cut, Optional<String> unseen) {}

    private Optional<String> unseen() {
        return shape.missing().map(what -> ShortText.of(what, LONGEST_NOTE) + " Items of later pages may have it.");
    }

    private static String cutOff(int here, int all) {
        return "Only " + here + " of " + all
                + " items fit in one result. Call again with this next_cursor for the rest,"
                + " or ask for less of each: name fields, or take a shorter view.";
    }

    private byte[] lines(List<byte[]> items, Optional<String> cursor, Notes notes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte[] item : items) {
            if (text.size() > 0) {
                text.write('\n');
            }
            text.writeBytes(item);
        }
        if (items.isEmpty()) {
            ascii(text, "There is nothing to show.");
        }
        if (text.toString(StandardCharsets.UTF_8).indexOf('…') >= 0) {
            text.writeBytes(CUT_SHORT);
        }
        notes.unseen().ifPresent(what -> text.writeBytes(("\n" + what).getBytes(StandardCharsets.UTF_8)));
        if (cursor.isPresent()) {
            ascii(text, "\n" + notes.cut().orElse("There may be more."));
            ascii(text, "\nnext_cursor: " + cursor.get());
        }
        return text.toByteArray();
    }

    private byte[] json(ItemList list, List<byte[]> items, Optional<String> cursor, Notes notes) {
        byte[] bytes = answer.bytes();
        boolean bare = answer.root() == Root.ARRAY;
        ByteArrayOutputStream text = new ByteArrayOutputStream(bytes.length + CURSOR_ROOM);
        if (bare) {
            ascii(text, "{\"items\":");
        }
        Optional<Span> replaced = cursor.flatMap(ours -> answer.ownNextCursor());
        copy(text, 0, list.begin(), replaced);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                text.write(',');
            }
            text.writeBytes(items.get(i));
        }
        copy(text, list.end(), bytes.length - (bare ? 0 : 1), replaced);
        if (cursor.isPresent()) {
            ascii(text, ",\"next_cursor\":\"" + cursor.get() + "\"");
            notes.cut().ifPresent(why -> ascii(text, ",\"next_cursor_note\":" + quoted(why)));
        }
        notes.unseen().ifPresent(what -> text.writeBytes(bytes(",\"fields_note\":" + quoted(what), new byte[0], "")));
        ascii(text, "}");
        return text.toByteArray();
    }

    /** Copies a part of the answer without the member that is replaced, if that stands in it. */
    private void copy(ByteArrayOutputStream text, int begin, int end, Optional<Span> replaced) {
        Optional<Span> inside = replaced.filter(span -> span.begin() >= begin && span.end() <= end);
        int until = inside.map(Span::begin).orElse(end);
        int from = inside.map(Span::end).orElse(end);
        text.write(answer.bytes(), begin, until - begin);
        text.write(answer.bytes(), from, end - from);
    }

    private static String quoted(String text) {
        return JsonTree.text(StringNode.valueOf(text));
    }

    private static byte[] bytes(String before, byte[] middle, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(before.length() + middle.length + after.length());
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(middle);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    private static void ascii(ByteArrayOutputStream target, String text) {
        target.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
