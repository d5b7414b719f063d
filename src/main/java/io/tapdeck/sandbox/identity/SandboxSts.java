package io.tapdeck.sandbox.identity;

import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** AWS STS as far as telling who calls: everyone is the sandbox's administrator, whatever credentials they sign with. */
public final class SandboxSts implements StsClient {
    /** The role that everyone has assumed. */
    static final String ROLE = "Administrator";

    private final String account;

    /** An STS for an account of 12 digits. */
    public SandboxSts(String account) {
        this.account = account;
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        return GetCallerIdentityResponse.builder()
                .account(account)
                .arn("arn:aws:sts::" + account + ":assumed-role/" + ROLE + "/sandbox")
                .userId("AROA3SANDBOXADMIN0000:sandbox")
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
