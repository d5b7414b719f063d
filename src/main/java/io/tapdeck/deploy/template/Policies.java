package io.tapdeck.deploy.template;

import io.tapdeck.deploy.template.TemplateGraph.Resource;

/** What CloudFormation does with what a resource holds when the resource goes. */
public final class Policies {
    private Policies() {}

    /** CloudFormation user guide, "DeletionPolicy attribute". */
    public static boolean keptOnDelete(Resource resource) {
        return "Retain".equals(resource.deletionPolicy()) || "RetainExceptOnCreate".equals(resource.deletionPolicy());
    }

    /** The same page: Snapshot is the default of AWS::RDS::DBCluster. */
    public static boolean snapshotOnDelete(Resource resource) {
        return "Snapshot".equals(resource.deletionPolicy())
                || (resource.deletionPolicy() == null && resource.type().equals("AWS::RDS::DBCluster"));
    }
}
