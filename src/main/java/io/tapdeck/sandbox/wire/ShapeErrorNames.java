package io.tapdeck.sandbox.wire;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The error names of a REST-JSON service: a shape is called as its class is.
 *
 * @param statuses the HTTP status of those shapes that do not have 400, from the API model
 */
record ShapeErrorNames(Map<String, Integer> statuses) implements ErrorNames {

    @Override
    public Optional<ErrorName> of(AwsServiceException exception) {
        // The modelled ones are final; the service's base class, which is not, carries any code.
        if (!Modifier.isFinal(exception.getClass().getModifiers())) {
            return Optional.empty();
        }
        String shape = exception.getClass().getSimpleName();
        return Optional.of(new ErrorName(shape, shape, statuses.getOrDefault(shape, 400)));
    }
}
