package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.world.LiveResource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What CloudWatch says to the alarms of templates, before there are any. */
public final class TemplateAlarms {

    private TemplateAlarms() {}

    /**
     * Why CloudWatch does not make the alarm that a template asks for; empty when it does.
     *
     * @param name the alarm's
     * @param properties of {@code AWS::CloudWatch::Alarm}, resolved
     */
    public static Optional<String> refusal(String name, ObjectNode properties) {
        LiveResource resource = new LiveResource(
                "",
                "",
                "",
                "AWS::CloudWatch::Alarm",
                name,
                properties,
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                Instant.EPOCH,
                Instant.EPOCH);
        try {
            AlarmConfigurations.check(new AlarmConfigurations("", "").of(resource));
            return Optional.empty();
        } catch (AwsServiceException refused) {
            return Optional.of(refused.awsErrorDetails().errorMessage());
        }
    }
}
