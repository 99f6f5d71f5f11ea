package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.CompactJson.ItemList;
import dev.toolsmith.runtime.upstream.CompactJson.Root;
import dev.toolsmith.runtime.upstream.CompactJson.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a result: the answer, cut to its page and to a size, with {@code next_cursor} where more follows. */
final class ResultText {

    private static final int CURSOR_ROOM = 512;

    private final CompactJson answer;
    private final int most;

    private ResultText(CompactJson answer, int most) {
        this.answer = answer;
        this.most = most;
    }

    /** The text; empty when it is over the size and has no list to cut. */
    static Optional<byte[]> of(CompactJson answer, Optional<Page> page, int most) {
        ResultText text = new ResultText(answer, most);
        if (page.isPresent() && answer.list().isPresent()) {
            return text.ofPage(page.get(), answer.list().get());
        }
        return answer.bytes().length <= most ? Optional.of(answer.bytes()) : Optional.empty();
    }

    private Optional<byte[]> ofPage(Page page, ItemList list) {
        int begin = page.begin(list);
        int end = page.end(list);
        int around = answer.bytes().length - (list.end() - list.begin()) + CURSOR_ROOM;
        while (end > begin && around + list.endBefore(end) - list.beginOf(begin) > most) {
            end--;
        }
        if (around > most || (end == begin && begin < page.end(list))) {
            return Optional.empty();
        }
        Optional<String> cursor = page.cursorAfter(answer, list, end);
        boolean whole = begin == 0 && end == list.size();
        return Optional.of(
                whole && cursor.isEmpty() && answer.root() == Root.OBJECT
                        ? answer.bytes()
                        : assembled(list, begin, end, cursor));
    }

    private byte[] assembled(ItemList list, int begin, int end, Optional<String> cursor) {
        byte[] bytes = answer.bytes();
        boolean bare = answer.root() == Root.ARRAY;
        ByteArrayOutputStream text = new ByteArrayOutputStream(bytes.length + CURSOR_ROOM);
        if (bare) {
            ascii(text, "{\"items\":");
        }
        Optional<Span> replaced = cursor.flatMap(ours -> answer.ownNextCursor());
        copy(text, 0, list.begin(), replaced);
        if (end > begin) {
            text.write(bytes, list.beginOf(begin), list.endBefore(end) - list.beginOf(begin));
        }
        copy(text, list.end(), bytes.length - (bare ? 0 : 1), replaced);
        if (cursor.isPresent()) {
            ascii(text, ",\"next_cursor\":\"" + cursor.get() + "\"");
        }
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

    private static void ascii(ByteArrayOutputStream target, String text) {
        target.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
