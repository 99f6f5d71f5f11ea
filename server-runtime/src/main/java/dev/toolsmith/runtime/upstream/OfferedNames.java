package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tools may be named to a caller: those that it is offered. Reads nothing before a failure is told. Safe for many
 * threads.
 */
public final class OfferedNames {

    /** Nothing is known of what is offered: any tool may be named. */
    public static final OfferedNames ANY = new OfferedNames(Optional.empty());

    /** Not in quotation marks: there it is what somebody said. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w\"])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\\w\"])");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!]) (?=\\S)");

    private final Optional<BundleTools> offered;
    private volatile @Nullable BundleTools whole;

    private OfferedNames(Optional<BundleTools> offered) {
        this.offered = offered;
    }

    /** The names of tools that are offered. */
    public static OfferedNames of(BundleTools offered) {
        return new OfferedNames(Optional.of(offered));
    }

    /** Whether the caller is offered a tool. */
    boolean offers(String tool) {
        return offered.isEmpty() || offered.get().find(tool).isPresent();
    }

    /** Words without the sentences that name tools of the same bundles which are not offered. */
    String told(String words) {
        return offered.isEmpty() ? words : words.lines().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(String line) {
        String left = SENTENCE_END
                .splitAsStream(line)
                .filter(sentence -> !namesHidden(sentence))
                .collect(Collectors.joining(" "));
        return left.isEmpty() ? line : left;
    }

    private boolean namesHidden(String sentence) {
        Matcher names = NAME.matcher(sentence);
        while (names.find()) {
            if (isHidden(names.group())) {
                return true;
            }
        }
        return false;
    }

    private boolean isHidden(String name) {
        return offered.filter(tools -> tools.find(name).isEmpty()).isPresent()
                && whole().filter(tools -> tools.find(name).isPresent()).isPresent();
    }

    private Optional<BundleTools> whole() {
        BundleTools read = whole;
        if (read == null && offered.isPresent()) {
            read = offered.get().whole();
            whole = read;
        }
        return Optional.ofNullable(read);
    }

    /**
     * The tools that list what a refused call was about: what the API's words speak of, else what the tool is about, other
     * than itself. What a tool is about that makes something new is not what was missing: for that, those that search.
     */
    List<String> listersFor(BundledTool tool, String said) {
        Optional<String> spokenOf = SpokenOf.tag(said, tags());
        if (spokenOf.isPresent()) {
            return lists(tool, spokenOf.get());
        }
        return tool.descriptor().path().contains("{")
                        || !tool.descriptor().kind().equals("create")
                ? lists(tool, tool.descriptor().tag())
                : others(tool, other -> other.kind().equals("search"));
    }

    /** Those that are called after the tag, where there are such; others list what belongs to it. */
    private List<String> lists(BundledTool tool, String tag) {
        List<String> all =
                others(tool, other -> other.kind().equals("list") && other.tag().equals(tag));
        String called = "_" + tag.replace(' ', '_');
        List<String> named = all.stream().filter(name -> name.endsWith(called)).toList();
        return named.isEmpty() ? all : named;
    }

    private List<String> tags() {
        return offered.stream()
                .flatMap(tools -> tools.tools().stream())
                .filter(other -> other.kind().equals("list"))
                .map(ToolDescriptor::tag)
                .distinct()
                .toList();
    }

    /** The tool that writes to what is there already, for one that creates. */
    Optional<String> assertFor(BundledTool tool) {
        return others(
                        tool,
                        other -> other.kind().equals("assert")
                                && tool.descriptor().kind().equals("create")
                                && other.path().equals(tool.descriptor().path()))
                .stream()
                .findFirst();
    }

    private List<String> others(BundledTool tool, Predicate<ToolDescriptor> wanted) {
        return offered.stream()
                .flatMap(tools -> tools.tools().stream())
                .filter(other -> !other.name().equals(tool.name()))
                .filter(wanted)
                .map(ToolDescriptor::name)
                .toList();
    }
}
