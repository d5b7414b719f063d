package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The few calls to other services that a vector needs to prepare or to look at the account; answered from the world. */
final class AccountAround {

    private static final String PARAMETER = "AWS::SSM::Parameter";
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";
    private static final Set<String> SERVED = Set.of(
            "ssm.PutParameter",
            "ssm.GetParameter",
            "ssm.DeleteParameter",
            "logs.CreateLogGroup",
            "logs.DeleteLogGroup");

    private final ResourceWorld world;

    AccountAround(ResourceWorld world) {
        this.world = world;
    }

    static boolean serves(String service, String operation) {
        return SERVED.contains(service + "." + operation);
    }

    ObjectNode call(String service, String operation, JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        String name = request.path("Name").asText(request.path("logGroupName").asText());
        switch (service + "." + operation) {
            case "ssm.PutParameter" -> put(PARAMETER, name, (ObjectNode) request);
            case "logs.CreateLogGroup" -> put(LOG_GROUP, name, JsonNodeFactory.instance.objectNode());
            case "ssm.DeleteParameter" -> world.remove(PARAMETER, name);
            case "logs.DeleteLogGroup" -> world.remove(LOG_GROUP, name);
            default -> {
                Optional<LiveResource> parameter = world.find(PARAMETER, name);
                if (parameter.isEmpty()) {
                    answer.putObject("error")
                            .put("httpStatus", 400)
                            .put(
                                    "message",
                                    "An error occurred (ParameterNotFound) when calling the GetParameter operation: ")
                            .putObject("Error")
                            .put("Code", "ParameterNotFound")
                            .put("Message", "");
                } else {
                    answer.putObject("Parameter")
                            .put("ARN", "arn:aws:ssm:us-east-1:111111111111:parameter/" + name)
                            .put("DataType", "text")
                            .put("LastModifiedDate", parameter.get().createdAt().toString())
                            .put("Name", name)
                            .put("Type", parameter.get().property("/Type", "String"))
                            .put("Value", parameter.get().property("/Value", ""))
                            .put("Version", 1);
                }
            }
        }
        return answer;
    }

    private void put(String type, String name, ObjectNode properties) {
        world.put(new LiveResource(
                "",
                "",
                "",
                type,
                name,
                properties,
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                Instant.EPOCH,
                Instant.EPOCH));
    }
}
