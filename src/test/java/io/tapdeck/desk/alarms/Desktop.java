package io.tapdeck.desk.alarms;

import io.tapdeck.desk.message.DesktopMessage;
import io.tapdeck.desk.message.DesktopMessages;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A desktop that remembers what it was to show. */
final class Desktop implements DesktopMessages {
    final List<DesktopMessage> shown = new CopyOnWriteArrayList<>();
    private @Nullable String failure;

    boolean closed;

    @Override
    public void close() {
        closed = true;
    }

    /** It shows nothing from now on. */
    void fail(String reason) {
        failure = reason;
    }

    @Override
    public void show(DesktopMessage message) throws IOException {
        if (failure != null) {
            throw new IOException(failure);
        }
        shown.add(message);
    }

    @Override
    public String words() {
        return "By a test.";
    }
}
