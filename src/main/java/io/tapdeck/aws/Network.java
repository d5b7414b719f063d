package io.tapdeck.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
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
import java.util.function.Function;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How calls leave this computer: through a company's proxy, and trusting its certificate authority, by the variables that
 * the AWS CLI reads (AWS CLI user guide, "Using an HTTP proxy" and "Environment variables").
 */
public final class Network {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);

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
        String scheme = endpoint == null ? "https" : endpoint.getScheme();
        Optional<CompanyProxy> proxy = eitherCase(scheme.toUpperCase(Locale.ROOT) + "_PROXY")
                .map(address -> new CompanyProxy(address, eitherCase("NO_PROXY").orElse("")));
        Optional<SSLSocketFactory> trusted = variable("AWS_CA_BUNDLE")
                .or(() -> Optional.ofNullable(caBundle))
                .map(Network::trusting);
        return UrlConnectionHttpClient.create(uri -> open(uri, proxy, trusted));
    }

    /** The connections are made here, since the SDK's own cannot tell a proxy its password where they go on by HTTPS. */
    private static HttpURLConnection open(URI uri, Optional<CompanyProxy> proxy, Optional<SSLSocketFactory> trusted) {
        try {
            // The JVM's own settings hold where nothing else is said.
            HttpURLConnection connection = proxy.isPresent()
                    ? proxy.get().open(uri)
                    : (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) READ.toMillis());
            if (connection instanceof HttpsURLConnection secure) {
                trusted.ifPresent(secure::setSSLSocketFactory);
            }
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Most programs write them in small letters, AWS's pages in capitals; the small ones come first, as for curl. */
    private Optional<String> eitherCase(String name) {
        return variable(name.toLowerCase(Locale.ROOT)).or(() -> variable(name));
    }

    private Optional<String> variable(String name) {
        return variables.apply(name).filter(value -> !value.isBlank());
    }

    private static SSLSocketFactory trusting(String bundle) {
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
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new AwsException(
                    "The certificates in %s cannot be read.".formatted(bundle),
                    "Let AWS_CA_BUNDLE, or ca_bundle in the profile, name a file of PEM certificates.",
                    AwsException.Kind.WRONG_TARGET,
                    e);
        }
    }
}
