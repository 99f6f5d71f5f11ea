package dev.toolsmith.sandbox.values;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A domain and the registrable part of it.
 *
 * @param name the whole name, in lower case
 * @param root its last two labels, or three under a suffix of two labels such as {@code co.uk}
 */
record DomainName(String name, String root) {
    private static final Pattern FORM = Pattern.compile("[^\\s@/?#:.]+(?:\\.[^\\s@/?#:.]+)+");
    private static final Set<String> SECOND_LEVELS = Set.of("ac", "co", "com", "edu", "gov", "ne", "net", "or", "org");

    /** Reads a domain, or a URL of which only the host counts. */
    static Optional<DomainName> parse(String text) {
        String host = text.strip().toLowerCase(Locale.ROOT);
        host = host.replaceFirst("^[a-z][a-z0-9+.-]*://", "").replaceFirst("[/?#].*$", "");
        host = host.replaceFirst("^[^@]*@", "").replaceFirst(":\\d*$", "").replaceFirst("\\.$", "");
        return FORM.matcher(host).matches() ? Optional.of(new DomainName(host, root(host))) : Optional.empty();
    }

    /** The domain of a host, of any form. */
    static DomainName ofHost(String host) {
        return new DomainName(host, root(host));
    }

    private static String root(String host) {
        List<String> labels = List.of(host.split("\\.", -1));
        int size = labels.size();
        boolean twoLabels =
                size > 2 && labels.get(size - 1).length() == 2 && SECOND_LEVELS.contains(labels.get(size - 2));
        return String.join(".", labels.subList(Math.max(0, size - (twoLabels ? 3 : 2)), size));
    }
}
