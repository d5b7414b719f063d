package io.tapdeck.aws.identitycenter;

import java.io.IOException;
import java.net.URI;

/** Opens a page on this computer. */
@FunctionalInterface
public interface Browser {
    /**
     * Opens a page in a new tab.
     *
     * @param page an address of http or https
     * @throws IOException if no browser opens, with a sentence that says why
     */
    void open(URI page) throws IOException;
}
