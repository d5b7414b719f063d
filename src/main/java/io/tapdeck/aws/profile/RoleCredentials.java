package io.tapdeck.aws.profile;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * A role's credentials together with the client that asks for them, which the SDK's provider leaves open. That client closes
 * the credentials that it calls with.
 */
record RoleCredentials(StsCredentialsProvider provider, StsClient sts)
        implements AwsCredentialsProvider, SdkAutoCloseable {

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }

    @Override
    public void close() {
        provider.close();
        sts.close();
    }
}
