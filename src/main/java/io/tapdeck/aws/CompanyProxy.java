package io.tapdeck.aws;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * A proxy as the variables write it (AWS CLI user guide, "Using an HTTP proxy"), with the user and the password that it may
 * ask for. Its text shows neither.
 */
final class CompanyProxy {
    private static final Pattern COMMA = Pattern.compile("[,\\s]+");

    private final Proxy proxy;
    private final List<Pattern> excluded;
    private final @Nullable Password password;

    /**
     * A proxy.
     *
     * @param written its address, such as {@code http://user:password@proxy.example.com:3128}
     * @param noProxy names that are reached without it: each means itself and what ends on it, with or without a dot before;
     *     {@code *} means all. This computer itself is never behind a proxy
     * @throws AwsException if the address cannot be read
     */
    CompanyProxy(String written, String noProxy) {
        URI uri = address(written);
        this.proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port(uri)));
        this.password = uri.getRawUserInfo() == null ? null : new Password(uri.getRawUserInfo());
        this.excluded = Stream.concat(Stream.of("localhost", "127.0.0.1", "[::1]"), COMMA.splitAsStream(noProxy))
                .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(host -> !host.isEmpty())
                .map(host -> Pattern.compile(host.equals("*") ? ".*" : "(.*\\.)?" + Pattern.quote(host)))
                .toList();
    }

    /**
     * A connection by way of the proxy, or without it where the address is excluded.
     *
     * @throws IOException as {@link java.net.URL#openConnection(Proxy)} does
     */
    HttpURLConnection open(URI uri) throws IOException {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (excluded.stream().anyMatch(pattern -> pattern.matcher(host).matches())) {
            return (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        }
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(proxy);
        if (password != null) {
            password.sendWith(connection);
        }
        return connection;
    }

    private static URI address(String written) {
        try {
            URI uri = new URI(written.contains("://") ? written : "http://" + written);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, without the cause: its text has the address, and that may have a password.
        }
        throw new AwsException(
                "The proxy's address cannot be read.",
                "Write HTTPS_PROXY like http://proxy.example.com:3128.",
                AwsException.Kind.WRONG_TARGET);
    }

    private static int port(URI proxy) {
        return proxy.getPort() >= 0 ? proxy.getPort() : "https".equals(proxy.getScheme()) ? 443 : 80;
    }

    /**
     * Tells the proxy the password, once for each connection: the JDK asks twenty times where it is refused, and a company
     * locks the account before that. One for all connections, since the JDK shares them only so.
     */
    private static final class Password extends Authenticator {
        private final String user;
        private final String password;
        private final ThreadLocal<Boolean> told = ThreadLocal.withInitial(() -> false);

        /** From an address, which writes signs like {@code @} as {@code %40}. */
        Password(String userInfo) {
            String[] both = userInfo.split(":", 2);
            this.user = decoded(both[0]);
            this.password = both.length > 1 ? decoded(both[1]) : "";
        }

        private static String decoded(String part) {
            // A plus sign means itself here, other than in a form.
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        void sendWith(HttpURLConnection connection) {
            told.remove();
            connection.setAuthenticator(this);
            if (!(connection instanceof HttpsURLConnection)) {
                // A body that is streamed cannot be sent again after the proxy has asked; a tunnel is dug before it is
                // sent.
                byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
                connection.setRequestProperty(
                        "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
            }
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY || told.get()) {
                return null;
            }
            told.set(true);
            return new PasswordAuthentication(user, password.toCharArray());
        }
    }
}
