package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What opens a page on each system: one argument, read by no shell. */
class SystemBrowserTest {
    private static final URI PAGE = URI.create("https://device.example.com/?user_code=A&x=$(id)");

    @Test
    void eachSystemHasItsOwn() throws IOException {
        assertThat(new SystemBrowser(Map.of(), "Windows 11").command(PAGE))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", PAGE.toString());
        assertThat(new SystemBrowser(Map.of(), "Mac OS X").command(PAGE)).containsExactly("open", PAGE.toString());
        assertThat(new SystemBrowser(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux").command(PAGE))
                .containsExactly("xdg-open", PAGE.toString());
        assertThat(new SystemBrowser(Map.of("DISPLAY", ":0"), "Linux").command(PAGE))
                .containsExactly("xdg-open", PAGE.toString());
    }

    @Test
    void withoutADisplayNoneOpens() {
        assertThatThrownBy(() -> new SystemBrowser(Map.of("DISPLAY", ""), "Linux").open(PAGE))
                .isInstanceOf(IOException.class)
                .hasMessage("This computer has no display.");
    }
}
