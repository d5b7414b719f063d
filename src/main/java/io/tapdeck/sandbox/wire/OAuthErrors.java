package io.tapdeck.sandbox.wire;

import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The words of OAuth 2.0 in the exceptions of SSO OIDC (RFC 6749, 5.2; RFC 8628, 3.5): {@code slow_down} is
 * SlowDownException's.
 */
public final class OAuthErrors {
    private OAuthErrors() {}

    /**
     * Builds an exception with its error code, told by its name, and a description where it has one.
     *
     * @param builder of a modelled exception
     */
    public static AwsServiceException describe(AwsServiceException.Builder builder, String description) {
        SdkPojo members = (SdkPojo) builder;
        for (SdkField<?> field : members.sdkFields()) {
            if (field.locationName().equals("error")) {
                field.set(builder, code(builder.getClass().getEnclosingClass().getSimpleName()));
            } else if (field.locationName().equals("error_description")) {
                field.set(builder, description);
            }
        }
        return builder.build();
    }

    private static String code(String exception) {
        return exception
                .replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
