package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Calls an operation by its name, with a request in JSON. */
final class Call {

    private Call() {}

    /** Whether the simulated service overrides the operation. */
    static boolean isServed(String operation) {
        return method(operation).isPresent();
    }

    /** The answer; a refusal as {@code {"error": {...}}} in the form of the recordings. */
    static ObjectNode make(SandboxCloudFormation client, String operation, JsonNode request) {
        Method method = method(operation).orElseThrow();
        try {
            SdkPojo builder =
                    (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
            SdkJson.read(request, builder);
            Object built = ((SdkBuilder<?, ?>) builder).build();
            return SdkJson.write((SdkPojo) method.invoke(client, built));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof AwsServiceException refusal) {
                return error(operation, refusal);
            }
            throw new IllegalStateException(operation + " failed", thrown.getCause());
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(operation, unexpected);
        }
    }

    private static ObjectNode error(String operation, AwsServiceException refusal) {
        String code = refusal.awsErrorDetails().errorCode();
        String message = refusal.awsErrorDetails().errorMessage();
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putObject("Error").put("Code", code).put("Message", message).put("Type", "Sender");
        error.put("httpStatus", refusal.statusCode());
        error.put("text", "An error occurred (" + code + ") when calling the " + operation + " operation: " + message);
        return JsonNodeFactory.instance.objectNode().set("error", error);
    }

    private static Optional<Method> method(String operation) {
        String name = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        return Arrays.stream(SandboxCloudFormation.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && CloudFormationRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findFirst();
    }
}
