package io.tapdeck.synth.worker;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.blueprint.stack.RuleReason;
import io.tapdeck.synth.RuleFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * cdk-nag's findings as CDK leaves them in an assembly: annotations by construct path, beside the logical id. cdk-nag's own
 * reports name neither the logical id nor which wildcard a policy has.
 */
final class RuleAnnotations {
    private static final String ERROR = "aws:cdk:error";
    private static final String WARNING = "aws:cdk:warning";
    private static final String LOGICAL_ID = "aws:cdk:logicalId";

    /** {@code RULE: text} or {@code RULE[finding]: text}; the finding may contain brackets and colons itself. */
    private static final Pattern FINDING = Pattern.compile("(AwsSolutions-\\w+(?:\\[.*])?): (.*)", Pattern.DOTALL);

    /** A rule that asks for a value that only CloudFormation will know. */
    private static final Pattern NOT_CHECKED =
            Pattern.compile("CdkNagValidationFailure\\[([^\\]]+)]: .*", Pattern.DOTALL);

    private RuleAnnotations() {}

    /** The findings in a stack's metadata: annotations by construct path. */
    static List<RuleFinding> read(JsonNode metadata, List<RuleReason> reasons) {
        List<RuleFinding> findings = new ArrayList<>();
        metadata.properties().forEach(construct -> {
            String resource = logicalId(construct.getValue(), construct.getKey());
            for (JsonNode annotation : construct.getValue()) {
                String type = annotation.path("type").asText();
                if (type.equals(ERROR) || type.equals(WARNING)) {
                    String words = annotation.path("data").asText();
                    Matcher found = FINDING.matcher(words);
                    Matcher notChecked = NOT_CHECKED.matcher(words);
                    if (found.matches()) {
                        findings.add(finding(
                                found.group(1),
                                resource,
                                type.equals(ERROR),
                                found.group(2).strip(),
                                reasons));
                    } else if (notChecked.matches()) {
                        findings.add(finding(
                                notChecked.group(1),
                                resource,
                                false,
                                "Not checked: a value is known only when the stack is deployed.",
                                reasons));
                    }
                }
            }
        });
        return findings;
    }

    private static RuleFinding finding(
            String rule, String resource, boolean error, String text, List<RuleReason> reasons) {
        return new RuleFinding(
                rule,
                resource,
                error,
                text,
                reasons.stream()
                        .filter(reason -> reason.covers(rule, resource))
                        .findFirst()
                        .map(RuleReason::reason)
                        .orElse(null));
    }

    /** The construct's path where CDK names no logical id. */
    private static String logicalId(JsonNode annotations, String path) {
        for (JsonNode annotation : annotations) {
            if (annotation.path("type").asText().equals(LOGICAL_ID)) {
                return annotation.path("data").asText();
            }
        }
        return path;
    }
}
