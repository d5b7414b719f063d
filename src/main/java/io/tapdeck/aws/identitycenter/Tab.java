package io.tapdeck.aws.identitycenter;

import java.io.IOException;
import java.net.URI;

/** The one tab that a sign-in opens. */
final class Tab {
    private final Browser browser;
    private boolean opened;

    Tab(Browser browser) {
        this.browser = browser;
    }

    /** Opens the page; a sign-in's second page is offered only. */
    void offer(URI page, SignInListener listener) {
        boolean now = false;
        if (!opened) {
            try {
                open(page);
                now = true;
            } catch (IOException e) {
                // The person opens it, here or on another computer.
            }
        }
        listener.on(new SignInEvent.PageToOpen(page, now));
    }

    /** Opens the page. */
    void open(URI page) throws IOException {
        browser.open(page);
        opened = true;
    }

    /**
     * An address that AWS gave, before anything is done with it: a browser's opener takes files and programs as well.
     *
     * @throws SignInException if it is no page
     */
    static URI page(String address) {
        URI page;
        try {
            page = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw notAPage();
        }
        if (page.getHost() == null || !("https".equals(page.getScheme()) || "http".equals(page.getScheme()))) {
            throw notAPage();
        }
        return page;
    }

    private static SignInException notAPage() {
        return new SignInException(
                SignInException.Why.FAILED,
                "IAM Identity Center names a page that is no web page.",
                "Check the endpoint and the network between.");
    }
}
