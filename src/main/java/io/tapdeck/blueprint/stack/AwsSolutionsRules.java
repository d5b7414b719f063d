package io.tapdeck.blueprint.stack;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

/** cdk-nag's AwsSolutions rules. A class of its own, so that only who checks rules loads cdk-nag into Node. */
final class AwsSolutionsRules {
    private AwsSolutionsRules() {}

    /** Has {@code app} checked while it is synthesized; the findings become annotations in its assembly. */
    static void addTo(App app) {
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(false).build());
    }
}
