package io.tapdeck.sandbox.cloudformation.types;

/**
 * What a resource handler says when its service refuses, as CloudFormation passes it on in the reason of an event. Request
 * ids are made up, the same for the same resource.
 */
public final class HandlerMessage {

    private HandlerMessage() {}

    /** The service answers with status 400. */
    static String invalid(Naming naming, String message) {
        return handler(
                naming,
                "%s (Service: %s, Status Code: 400, Request ID: %s)"
                        .formatted(message, naming.type().service(), naming.uuid("request")),
                "InvalidRequest");
    }

    /** The name is in use, and no stack of the region has it. */
    public static String alreadyExists(Naming naming, PhysicalIdentity identity) {
        String own = naming.type().data().path("name").path("taken").asText("");
        String message = own.isEmpty()
                ? "Resource of type '%s' with identifier '{\"/properties/%s\":\"%s\"}' already exists."
                        .formatted(naming.type().name(), naming.type().nameProperty(), identity.name())
                : own.replace("{name}", identity.name()).replace("{uuid}", naming.uuid("request"));
        return handler(naming, message, "AlreadyExists");
    }

    private static String handler(Naming naming, String message, String code) {
        return "Resource handler returned message: \"%s\" (RequestToken: %s, HandlerErrorCode: %s)"
                .formatted(message, naming.uuid("token"), code);
    }
}
