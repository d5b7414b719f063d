package io.tapdeck.desk.message;

import java.io.IOException;

/** Shows messages of the operating system, for a window that nobody looks at. Every method but {@link #words} blocks. */
public interface DesktopMessages extends AutoCloseable {

    /**
     * Shows a message.
     *
     * @throws IOException if it was not shown; its message is a sentence for people
     */
    void show(DesktopMessage message) throws IOException;

    /** A sentence about what works on this machine. */
    String words();

    /** Whether this machine shows any. */
    default boolean supported() {
        return true;
    }

    @Override
    default void close() {}

    /**
     * A machine that shows none.
     *
     * @param reason why, as a sentence
     */
    static DesktopMessages none(String reason) {
        return new DesktopMessages() {
            @Override
            public void show(DesktopMessage message) throws IOException {
                throw new IOException(reason);
            }

            @Override
            public String words() {
                return "This desktop shows no messages: " + reason + " Tapdeck shows them in its own window.";
            }

            @Override
            public boolean supported() {
                return false;
            }
        };
    }
}
