package io.tapdeck.desk.message;

/**
 * One message, made fit for any desktop: one line each, without control characters and without what a desktop may read as
 * markup (Desktop Notifications Specification, "Markup") or {@code notify-send(1)} as an escape.
 */
public record DesktopMessage(String title, String text) {
    private static final int MOST = 240;

    public DesktopMessage {
        title = clean(title);
        text = clean(text);
    }

    private static String clean(String words) {
        String plain = words.replace('<', '‹')
                .replace('\\', '∖')
                .replace('>', '›')
                .replace("&", "+")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return plain.length() <= MOST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, MOST) - 1))
                                .strip()
                        + "…";
    }
}
