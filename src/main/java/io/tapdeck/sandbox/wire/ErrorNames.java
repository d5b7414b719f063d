package io.tapdeck.sandbox.wire;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** How a service's modelled exceptions are called on the wire, where the class's name is not reliable. */
interface ErrorNames {

    /**
     * An exception's name.
     *
     * @param shape the model's name of it, for JSON and CBOR
     * @param code its Query code
     * @param status its HTTP status
     */
    record ErrorName(String shape, String code, int status) {}

    /** The name of an exception; empty for one that the service's model does not have. */
    Optional<ErrorName> of(AwsServiceException exception);
}
