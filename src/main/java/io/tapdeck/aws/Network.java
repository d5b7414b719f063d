package io.tapdeck.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How calls leave this computer: through a company's proxy, and trusting its certificate authority, by the variables that
 * the AWS CLI reads (AWS CLI user guide, "Using an HTTP proxy" and "Environment variables").
 */
public final class Network {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final Pattern COMMA = Pattern.compile("[,\\s]+");

    private final Function<String, Optional<String>> variables;

    /**
     * A network by given variables.
     *
     * @param variables a variable of the environment by its name
     */
    public Network(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /** The network of this process's environment. */
    public static Network ofEnvironment() {
        return new Network(name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * A client for calls. {@code AWS_CA_BUNDLE} replaces the certificate authorities of the JDK, as it does for the AWS CLI.
     *
     * @param endpoint where calls go instead of AWS; null for AWS itself, by HTTPS
     * @param caBundle the {@code ca_bundle} of a profile, or null; the variable comes first
     * @throws AwsException if the proxy or the bundle cannot be meant
     */
    public SdkHttpClient client(@Nullable URI endpoint, @Nullable String caBundle) {
        var client = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(READ)
                .proxyConfiguration(proxy(endpoint == null ? "https" : endpoint.getScheme()));
        Optional<TrustManager[]> trusted = variable("AWS_CA_BUNDLE")
                .or(() -> Optional.ofNullable(caBundle))
                .map(Network::trusting);
        trusted.ifPresent(managers -> client.tlsTrustManagersProvider(() -> managers));
        return client.build();
    }

    private ProxyConfiguration proxy(String scheme) {
        ProxyConfiguration.Builder proxy = ProxyConfiguration.builder()
                // The JVM's own settings hold where nothing else is said; the variables are read here, so that a test
                // can.
                .useEnvironmentVariablesValues(false);
        eitherCase(scheme.toUpperCase(Locale.ROOT) + "_PROXY").ifPresent(address -> {
            URI uri = address(address);
            proxy.endpoint(URI.create("%s://%s:%d".formatted(uri.getScheme(), uri.getHost(), port(uri))))
                    .useSystemPropertyValues(false)
                    .nonProxyHosts(excluded(eitherCase("NO_PROXY").orElse("")));
            if (uri.getUserInfo() != null) {
                String[] user = uri.getUserInfo().split(":", 2);
                proxy.username(user[0]).password(user.length > 1 ? user[1] : "");
            }
        });
        return proxy.build();
    }

    /** Most programs write them in small letters, AWS's pages in capitals; the small ones come first, as for curl. */
    private Optional<String> eitherCase(String name) {
        return variable(name.toLowerCase(Locale.ROOT)).or(() -> variable(name));
    }

    private Optional<String> variable(String name) {
        return variables.apply(name).filter(value -> !value.isBlank());
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
     * Patterns of the hosts that are reached without the proxy. Names mean themselves and what ends on them, with or without
     * a dot before; {@code *} means all. This computer itself is never behind a proxy.
     */
    private static Set<String> excluded(String noProxy) {
        return Stream.concat(Stream.of("localhost", "127.0.0.1", "[::1]"), COMMA.splitAsStream(noProxy))
                .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(host -> !host.isEmpty())
                .map(host -> host.equals("*") ? ".*" : "(.*\\.)?" + Pattern.quote(host))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static TrustManager[] trusting(String bundle) {
        try (InputStream pem = Files.newInputStream(Path.of(bundle))) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (authorities.isEmpty()) {
                throw new GeneralSecurityException("it holds no certificate");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate authority : authorities) {
                store.setCertificateEntry("authority-" + number++, authority);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            return managers.getTrustManagers();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new AwsException(
                    "The certificates in %s cannot be read.".formatted(bundle),
                    "Let AWS_CA_BUNDLE, or ca_bundle in the profile, name a file of PEM certificates.",
                    AwsException.Kind.WRONG_TARGET,
                    e);
        }
    }
}
