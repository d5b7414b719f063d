package io.tapdeck.sandbox.cloudformation.types;

/**
 * What a resource handler says when its service refuses, as CloudFormation passes it on in the reason of an event. Request
 * ids are made up, the same for the same resource.
 */
public final class HandlerMessage {

    private HandlerMessage() {}

    /** The service answers with status 400. */
    static String invalid(Naming naming, String message) {
        return refused(naming, 400, message, "InvalidRequest");
    }

    /**
     * The service refuses.
     *
     * @param status its HTTP status
     * @param code the handler's, such as {@code GeneralServiceException}
     */
    static String refused(Naming naming, int status, String message, String code) {
        return handler(
                naming,
                "%s (Service: %s, Status Code: %d, Request ID: %s)"
                        .formatted(message, naming.type().service(), status, naming.uuid("request")),
                code);
    }

    /** What is to be changed was deleted outside of CloudFormation. */
    public static String notFound(Naming naming, PhysicalIdentity identity) {
        return handler(
                naming,
                "Resource of type '%s' with identifier '%s' was not found."
                        .formatted(naming.type().name(), identity.name()),
                "NotFound");
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
