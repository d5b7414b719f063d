package io.tapdeck.blueprint.backupsystem.stack;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;

/** Addresses in the AWS console, whose host is another one in China and in GovCloud. */
final class ConsoleUrl {
    private ConsoleUrl() {}

    /** Where a dashboard of {@code stack} is shown. */
    static String ofDashboard(Stack stack, Dashboard dashboard) {
        String host = Fn.conditionIf(
                        isIn(stack, "InChina", "aws-cn").getLogicalId(),
                        "console.amazonaws.cn",
                        Fn.conditionIf(
                                isIn(stack, "InGovCloud", "aws-us-gov").getLogicalId(),
                                "console.amazonaws-us-gov.com",
                                "console.aws.amazon.com"))
                .toString();
        return "https://%s/cloudwatch/home?region=%s#dashboards:name=%s"
                .formatted(host, stack.getRegion(), dashboard.getDashboardName());
    }

    private static CfnCondition isIn(Stack stack, String id, String partition) {
        return CfnCondition.Builder.create(stack, id)
                .expression(Fn.conditionEquals(Aws.PARTITION, partition))
                .build();
    }
}
