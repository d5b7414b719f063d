package io.tapdeck.sandbox.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * The operations of a client interface: its methods from a request to a response, without the overloads for lambdas and
 * the paginators. They are read from its class file, since an interface that is asked for its methods loads the requests,
 * the answers and the exceptions of all of them: thousands of classes for a handful of calls.
 */
final class Operations {
    private static final ClassDesc REQUEST_BODY =
            RequestBody.class.describeConstable().orElseThrow();
    private static final ClassDesc RESPONSE_TRANSFORMER =
            ResponseTransformer.class.describeConstable().orElseThrow();

    private final Class<? extends SdkClient> api;
    /** What the methods are called and take, by lower-case name. */
    private final Map<String, Declared> declared = new HashMap<>();

    private final Map<String, Operation> asked = new ConcurrentHashMap<>();

    private record Declared(String method, MethodTypeDesc type) {}

    Operations(Class<? extends SdkClient> api) {
        this.api = api;
        try (InputStream file = Objects.requireNonNull(api.getResourceAsStream(api.getSimpleName() + ".class"))) {
            for (MethodModel method : ClassFile.of().parse(file.readAllBytes()).methods()) {
                MethodTypeDesc type = method.methodTypeSymbol();
                if (isOperation(type)) {
                    String name = method.methodName().stringValue();
                    declared.put(name.toLowerCase(Locale.ROOT), new Declared(name, type));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The class file of " + api + " cannot be read.", e);
        }
    }

    /** An operation by its name in the API. */
    Optional<Operation> find(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        Declared found = declared.get(key);
        return found == null ? Optional.empty() : Optional.of(asked.computeIfAbsent(key, _ -> linked(found)));
    }

    /** Each of them, with its classes loaded. */
    Collection<Operation> all() {
        return declared.keySet().stream().map(name -> find(name).orElseThrow()).toList();
    }

    private static boolean isOperation(MethodTypeDesc type) {
        if (type.parameterCount() == 0
                || !type.parameterType(0).displayName().endsWith("Request")
                || !type.parameterType(0).packageName().endsWith(".model")) {
            return false;
        }
        boolean answers = type.returnType().displayName().endsWith("Response");
        return switch (type.parameterCount()) {
            case 1 -> answers;
            case 2 ->
                (answers && type.parameterType(1).equals(REQUEST_BODY))
                        || type.parameterType(1).equals(RESPONSE_TRANSFORMER);
            default -> false;
        };
    }

    private Operation linked(Declared found) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodType type =
                    MethodType.fromMethodDescriptorString(found.type().descriptorString(), api.getClassLoader());
            String name = found.method().substring(0, 1).toUpperCase(Locale.ROOT)
                    + found.method().substring(1);
            return new Operation(name, lookup.findVirtual(api, found.method(), type));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(api + " is not what its class file says.", e);
        }
    }
}
