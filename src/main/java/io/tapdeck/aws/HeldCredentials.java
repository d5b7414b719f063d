package io.tapdeck.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * A connection's credentials: those of the SDK's provider, which is made anew once AWS says that they have expired. By itself
 * it goes by this computer's clock, and keeps what it has for as long as that is late. Thread-safe.
 */
final class HeldCredentials implements AwsCredentialsProvider, ExecutionInterceptor {
    private final Supplier<AwsCredentialsProvider> make;
    private final String remedy;
    private @Nullable AwsCredentialsProvider provider;
    /** The access key that the provider gave last. */
    private String held = "";

    /**
     * Credentials that are still to be asked for.
     *
     * @param make makes the SDK's provider
     * @param remedy a sentence: what to do when they have expired
     */
    HeldCredentials(Supplier<AwsCredentialsProvider> make, String remedy) {
        this.make = make;
        this.remedy = remedy;
    }

    /**
     * As the SDK's provider does.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException whose cause is an {@link AwsException}, if a person has to do
     *     something first
     */
    @Override
    public synchronized AwsCredentials resolveCredentials() {
        try {
            AwsCredentialsProvider now = provider == null ? make.get() : provider;
            provider = now;
            AwsCredentials credentials = now.resolveCredentials();
            held = credentials.accessKeyId();
            return credentials;
        } catch (AwsException e) {
            throw SdkClientException.create(String.valueOf(e.getMessage()), e);
        } catch (AwsServiceException e) {
            if (!AwsFailures.expired(e)) {
                throw e;
            }
            // What the provider calls with may be the one that has expired.
            drop();
            throw told(e);
        }
    }

    @Override
    public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes attributes) {
        if (failed.exception() instanceof AwsServiceException answer && AwsFailures.expired(answer)) {
            failed.httpRequest().ifPresent(this::giveUp);
            return told(answer);
        }
        return failed.exception();
    }

    /** Of several calls that were on their way together, only the first does. */
    private synchronized void giveUp(SdkHttpRequest refused) {
        if (refused.firstMatchingHeader("Authorization")
                .filter(header -> header.contains("Credential=" + held + "/"))
                .isPresent()) {
            drop();
        }
    }

    /**
     * Closes the provider; the next call makes one anew. Not by the name {@code close}: the SDK's clients would call it each
     * time that one of them is closed.
     */
    synchronized void drop() {
        if (provider instanceof SdkAutoCloseable made) {
            made.close();
        }
        provider = null;
    }

    /** The same answer with our words, in the class that the SDK insists on. */
    private AwsServiceException told(AwsServiceException answer) {
        return answer.toBuilder().cause(AwsFailures.expired(answer, remedy)).build();
    }
}
