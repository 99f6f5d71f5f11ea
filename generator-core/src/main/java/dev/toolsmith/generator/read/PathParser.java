package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSONPath queries (RFC 9535); recursive descent over a {@link PathText}. */
final class PathParser {

    private static final List<String> COMPARISONS = List.of("==", "!=", "<=", ">=", "<", ">");

    private final PathText text;

    private PathParser(PathText text) {
        this.text = text;
    }

    /** Reads a query that begins with {@code $}. */
    static PathQuery parse(String query) throws PathSyntaxException {
        PathText text = new PathText(query);
        text.expect("$");
        PathQuery parsed = new PathParser(text).segments();
        text.expectEnd();
        return parsed;
    }

    private PathQuery segments() throws PathSyntaxException {
        List<PathQuery.Segment> segments = new ArrayList<>();
        while (true) {
            int before = text.mark();
            text.skipBlanks();
            if (text.take("..")) {
                List<PathSelector> selectors = text.take("[") ? bracketed() : List.of(shorthand());
                segments.add(new PathQuery.Segment(true, selectors));
            } else if (text.take(".")) {
                segments.add(new PathQuery.Segment(false, List.of(shorthand())));
            } else if (text.take("[")) {
                segments.add(new PathQuery.Segment(false, bracketed()));
            } else {
                text.reset(before);
                return new PathQuery(segments);
            }
        }
    }

    private PathSelector shorthand() throws PathSyntaxException {
        return text.take("*") ? new PathSelector.Wildcard() : new PathSelector.Name(text.memberName());
    }

    private List<PathSelector> bracketed() throws PathSyntaxException {
        List<PathSelector> selectors = new ArrayList<>();
        do {
            text.skipBlanks();
            selectors.add(selector());
            text.skipBlanks();
        } while (text.take(","));
        text.expect("]");
        return selectors;
    }

    private PathSelector selector() throws PathSyntaxException {
        if (text.take("*")) {
            return new PathSelector.Wildcard();
        }
        if (text.take("?")) {
            return new PathSelector.Filter(or());
        }
        if (text.atQuote()) {
            return new PathSelector.Name(text.quoted());
        }
        Optional<Long> start = text.integer();
        text.skipBlanks();
        if (!text.take(":")) {
            return new PathSelector.Index(start.orElseThrow(() -> text.fault("a selector is missing")));
        }
        text.skipBlanks();
        Optional<Long> end = text.integer();
        text.skipBlanks();
        long step = 1;
        if (text.take(":")) {
            text.skipBlanks();
            step = text.integer().orElse(1L);
        }
        return new PathSelector.Slice(start, end, step);
    }

    private PathFilter or() throws PathSyntaxException {
        List<PathFilter> parts = new ArrayList<>();
        do {
            parts.add(and());
            text.skipBlanks();
        } while (text.take("||"));
        return parts.size() == 1 ? parts.get(0) : new PathFilter.Or(parts);
    }

    private PathFilter and() throws PathSyntaxException {
        List<PathFilter> parts = new ArrayList<>();
        do {
            parts.add(basic());
            text.skipBlanks();
        } while (text.take("&&"));
        return parts.size() == 1 ? parts.get(0) : new PathFilter.And(parts);
    }

    private PathFilter basic() throws PathSyntaxException {
        text.skipBlanks();
        if (text.take("!")) {
            return new PathFilter.Not(text.nested(this::basic));
        }
        if (text.take("(")) {
            PathFilter inner = text.nested(this::or);
            text.skipBlanks();
            text.expect(")");
            return inner;
        }
        boolean whole = text.take("match(");
        return whole || text.take("search(") ? matches(whole) : comparison();
    }

    private PathFilter matches(boolean whole) throws PathSyntaxException {
        PathOperand value = operand();
        text.skipBlanks();
        text.expect(",");
        PathOperand pattern = operand();
        text.skipBlanks();
        text.expect(")");
        return new PathFilter.Matches(whole, value, pattern);
    }

    private PathFilter comparison() throws PathSyntaxException {
        PathOperand left = operand();
        text.skipBlanks();
        for (String operator : COMPARISONS) {
            if (text.take(operator)) {
                PathOperand right = operand();
                return new PathFilter.Comparison(singular(left), operator, singular(right));
            }
        }
        if (left instanceof PathOperand.Query query) {
            return new PathFilter.Exists(query);
        }
        throw text.fault("a comparison is missing");
    }

    private PathOperand singular(PathOperand operand) throws PathSyntaxException {
        if (operand instanceof PathOperand.Query query && !query.query().isSingular()) {
            throw text.fault("a query that may select several values cannot be compared");
        }
        return operand;
    }

    private PathOperand operand() throws PathSyntaxException {
        text.skipBlanks();
        if (text.take("length(")) {
            return closed(new PathOperand.Length(singular(operand())));
        }
        if (text.take("count(")) {
            return closed(new PathOperand.Count(query()));
        }
        if (text.take("value(")) {
            return closed(new PathOperand.Value(query()));
        }
        return text.at('$') || text.at('@') ? query() : new PathOperand.Literal(literal());
    }

    private PathOperand closed(PathOperand operand) throws PathSyntaxException {
        text.skipBlanks();
        text.expect(")");
        return operand;
    }

    private PathOperand.Query query() throws PathSyntaxException {
        text.skipBlanks();
        boolean fromRoot = text.take("$");
        if (!fromRoot) {
            text.expect("@");
        }
        return new PathOperand.Query(fromRoot, text.nested(this::segments));
    }

    private JsonNode literal() throws PathSyntaxException {
        if (text.atQuote()) {
            return TextNode.valueOf(text.quoted());
        }
        if (text.take("true")) {
            return BooleanNode.TRUE;
        }
        if (text.take("false")) {
            return BooleanNode.FALSE;
        }
        return text.take("null") ? NullNode.getInstance() : text.number();
    }
}
