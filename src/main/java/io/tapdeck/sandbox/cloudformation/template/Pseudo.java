package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.sandbox.wire.Partitions;
import java.util.List;

/**
 * The pseudo parameters. User guide, "Pseudo parameters reference".
 *
 * @param account 12 digits
 * @param region such as {@code eu-west-1}
 * @param stackId ARN
 * @param stackName its name
 * @param notificationArns SNS topics that hear of the stack's events
 */
public record Pseudo(String account, String region, String stackId, String stackName, List<String> notificationArns) {

    /** {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    public String partition() {
        return Partitions.of(region);
    }

    /** The domain of the partition's endpoints. */
    public String urlSuffix() {
        return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    }

    /** Whether a name has the form of a pseudo parameter that exists. */
    static boolean isPseudo(String name) {
        return switch (name) {
            case "AWS::AccountId",
                    "AWS::Region",
                    "AWS::Partition",
                    "AWS::URLSuffix",
                    "AWS::StackId",
                    "AWS::StackName",
                    "AWS::NotificationARNs",
                    "AWS::NoValue" -> true;
            default -> false;
        };
    }

    /** The value; a missing node for {@code AWS::NoValue}. */
    JsonNode value(String name) {
        return switch (name) {
            case "AWS::AccountId" -> TextNode.valueOf(account);
            case "AWS::Region" -> TextNode.valueOf(region);
            case "AWS::Partition" -> TextNode.valueOf(partition());
            case "AWS::URLSuffix" -> TextNode.valueOf(urlSuffix());
            case "AWS::StackId" -> TextNode.valueOf(stackId);
            case "AWS::StackName" -> TextNode.valueOf(stackName);
            case "AWS::NotificationARNs" -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                notificationArns.forEach(list::add);
                yield list;
            }
            default -> MissingNode.getInstance();
        };
    }

    /**
     * The availability zones of a region, as {@code Fn::GetAZs} gives them for an account with default subnets in all of
     * them.
     */
    static List<String> zones(String region) {
        List<String> letters =
                region.equals("us-east-1") ? List.of("a", "b", "c", "d", "e", "f") : List.of("a", "b", "c");
        return letters.stream().map(letter -> region + letter).toList();
    }
}
