package io.tidemark.deliver.cmpp;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged by us, by Reactor and by Netty, at whatever level, until closed. */
final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final List<String> LOGGERS = List.of("io.tidemark", "reactor", "io.netty");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    static LoggedLines ofAll() {
        LoggedLines lines = new LoggedLines();
        lines.start();
        for (String name : LOGGERS) {
            logger(name).setLevel(Level.TRACE);
            logger(name).setAdditive(false);
            logger(name).addAppender(lines);
        }
        return lines;
    }

    List<String> ofOurs() {
        return List.copyOf(lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            lines.add(String.valueOf(event.getThrowableProxy().getMessage()));
        }
    }

    @Override
    public void close() {
        for (String name : LOGGERS) {
            logger(name).detachAppender(this);
            logger(name).setLevel(name.equals("io.tidemark") ? Level.INFO : null);
            logger(name).setAdditive(true);
        }
        stop();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
