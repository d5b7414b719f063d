package io.tapdeck.sandbox.wire;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.protocols.core.ExceptionMetadata;
import software.amazon.awssdk.protocols.query.AwsQueryProtocolFactory;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * The error codes of a Query service, read from the table by which the SDK's own client chooses the class of an
 * exception: {@code DbClusterNotFoundException} travels as {@code DBClusterNotFoundFault}. The table is read at the first
 * such error, since it takes a client to have one.
 */
final class QueryErrorNames implements ErrorNames {
    private final Supplier<? extends SdkClient> client;
    private volatile @Nullable Map<Class<?>, ErrorName> names;

    /** Reads the names from a client that {@code client} makes; it is closed after that and never called. */
    QueryErrorNames(Supplier<? extends SdkClient> client) {
        this.client = client;
    }

    @Override
    public Optional<ErrorName> of(AwsServiceException exception) {
        // The modelled ones are final; the service's base class, which is not, carries any code.
        if (!Modifier.isFinal(exception.getClass().getModifiers())) {
            return Optional.empty();
        }
        return Optional.ofNullable(names().get(exception.getClass()));
    }

    private Map<Class<?>, ErrorName> names() {
        Map<Class<?>, ErrorName> known = names;
        if (known == null) {
            known = read();
            names = known;
        }
        return known;
    }

    private Map<Class<?>, ErrorName> read() {
        try (SdkClient sdk = client.get()) {
            Object factory = privateField(sdk.getClass(), "protocolFactory").get(sdk);
            Object exceptions = privateField(AwsQueryProtocolFactory.class, "modeledExceptions")
                    .get(factory);
            Map<Class<?>, ErrorName> read = new HashMap<>();
            for (Object exception : (List<?>) exceptions) {
                ExceptionMetadata metadata = (ExceptionMetadata) exception;
                Object example =
                        ((Buildable) metadata.exceptionBuilderSupplier().get()).build();
                int status = Objects.requireNonNullElse(metadata.httpStatusCode(), 400);
                read.put(example.getClass(), new ErrorName(metadata.errorCode(), metadata.errorCode(), status));
            }
            return Map.copyOf(read);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The SDK no longer keeps its modelled exceptions where they were.", e);
        }
    }

    private static Field privateField(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
