package dev.toolsmith.platform.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.status.NopStatusListener;
import java.io.OutputStream;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Where the platform's log goes and how it looks. Nothing in it tells a secret. */
public final class Logs {

    private static final String PROVIDER = "slf4j.provider";

    /** How events are written. */
    public enum Format {
        /** One JSON object a line. */
        JSON,
        /** One line for people. */
        TEXT
    }

    private Logs() {}

    /** Makes the process log so. To be called before the first class that logs is loaded. */
    public static void arrange(Format format, OutputStream out) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty(PROVIDER, "ch.qos.logback.classic.spi.LogbackServiceProvider");
        // Or else its status messages go to standard output while it looks for a configuration file.
        if (System.getProperty("logback.statusListenerClass") == null) {
            System.setProperty("logback.statusListenerClass", NopStatusListener.class.getName());
        }
        configure((LoggerContext) LoggerFactory.getILoggerFactory(), format, out);
    }

    /** Makes a context log so, and no other way. */
    static void configure(LoggerContext context, Format format, OutputStream out) {
        context.reset();
        context.getStatusManager().add(new NopStatusListener());
        Encoder<ILoggingEvent> encoder = format == Format.JSON ? json() : new TextLines();
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setName("stream");
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        appender.start();
        context.getLogger("ROOT").setLevel(Level.WARN);
        context.getLogger("ROOT").addAppender(appender);
        context.getLogger("dev.toolsmith").setLevel(Level.INFO);
        context.getLogger("access").setLevel(Level.INFO);
    }

    private static LogstashEncoder json() {
        MaskingJsonGeneratorDecorator masking = new MaskingJsonGeneratorDecorator();
        masking.addValueMasker((place, value) -> masked(value));
        masking.start();
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.getFieldNames().setVersion("[ignore]");
        encoder.getFieldNames().setLevelValue("[ignore]");
        encoder.setTimeZone("UTC");
        encoder.addDecorator(masking);
        return encoder;
    }

    /** What stands in a value's place; null for the value itself, as the library wants it. */
    private static @Nullable Object masked(@Nullable Object value) {
        if (!(value instanceof CharSequence text)) {
            return null;
        }
        String safe = Redaction.withoutControls(Redaction.of(text.toString()));
        return safe.contentEquals(text) ? null : safe;
    }
}
