package io.tapdeck.sandbox.wire;

import java.util.Map;

/** Pages for people, served beside the services on the same port. */
public interface WebPages {

    /**
     * A browser's request.
     *
     * @param method {@code GET} or {@code POST}, most often
     * @param path such as {@code /device}
     * @param query decoded, by name
     * @param form decoded, by name; empty when none was sent
     * @param headers by lower-case name; the host is one of the server's own names
     */
    record Visit(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> form,
            Map<String, String> headers) {}

    /**
     * What the browser is answered.
     *
     * @param html in UTF-8
     */
    record Page(int status, Map<String, String> headers, String html) {}

    /** Whether there is a page at this path. */
    boolean has(String path);

    /** The page at a path that there is. */
    Page answer(Visit visit);

    /** No pages. */
    static WebPages none() {
        return new WebPages() {
            @Override
            public boolean has(String path) {
                return false;
            }

            @Override
            public Page answer(Visit visit) {
                throw new IllegalStateException("There is no page at " + visit.path());
            }
        };
    }
}
