package io.tapdeck.aws.identitycenter;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The browser that the system opens for a web address. The address is an argument of a process, which other programs of this
 * computer can read: it holds what a browser needs, such as state, challenge or the code for people, and never a token.
 */
public final class SystemBrowser implements Browser {
    /** An opener that still runs by then has become the browser. */
    private static final long SECONDS = 5;

    private final Map<String, String> environment;
    private final String operatingSystem;

    /**
     * The browser of a system.
     *
     * @param environment the process's
     * @param operatingSystem as the property {@code os.name} says it
     */
    public SystemBrowser(Map<String, String> environment, String operatingSystem) {
        this.environment = Map.copyOf(environment);
        this.operatingSystem = operatingSystem.toLowerCase(Locale.ROOT);
    }

    @Override
    public void open(URI page) throws IOException {
        List<String> command = command(page);
        Process opener = new ProcessBuilder(command)
                .redirectInput(Redirect.PIPE)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        opener.getOutputStream().close();
        try {
            if (opener.waitFor(SECONDS, TimeUnit.SECONDS) && opener.exitValue() != 0) {
                throw new IOException("%s opens no browser.".formatted(command.getFirst()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What opens a page, one argument each: no shell reads the address. */
    List<String> command(URI page) throws IOException {
        String address = page.toASCIIString();
        if (operatingSystem.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        if (operatingSystem.startsWith("mac")) {
            return List.of("open", address);
        }
        // Without a display xdg-open falls back to a browser in the terminal, which would take the terminal over.
        if (absent("DISPLAY") && absent("WAYLAND_DISPLAY")) {
            throw new IOException("This computer has no display.");
        }
        return List.of("xdg-open", address);
    }

    private boolean absent(String variable) {
        return environment.getOrDefault(variable, "").isBlank();
    }
}
