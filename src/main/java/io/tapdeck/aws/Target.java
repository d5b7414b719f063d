package io.tapdeck.aws;

import io.tapdeck.aws.identitycenter.SsoSession;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which account and region to speak to, and as whom. */
public sealed interface Target {

    /**
     * An account, found through the standard AWS files and variables.
     *
     * @param profile a profile's name; null follows {@code AWS_PROFILE}, then the default credentials chain
     * @param region such as {@code us-east-1}; null follows the profile, then the default region chain
     * @param endpoint where calls go instead of AWS, or null
     * @param readOnly whether nothing may be changed
     */
    record Account(
            @Nullable String profile,
            @Nullable String region,
            @Nullable URI endpoint,
            boolean readOnly) implements Target {}

    /**
     * An endpoint of our own choosing, with credentials that mean nothing elsewhere.
     *
     * @param name what the session is called on screen
     * @param kind how it is shown
     * @param readOnly whether nothing may be changed
     */
    record Fixed(
            String name,
            Session.Kind kind,
            URI endpoint,
            String region,
            String accessKeyId,
            String secretAccessKey,
            boolean readOnly)
            implements Target {}

    /**
     * A role in an account of IAM Identity Center, without a profile.
     *
     * @param name what the session is called on screen
     * @param center where one signs in
     * @param account 12 digits
     * @param role the permission set's name
     * @param readOnly whether nothing may be changed
     */
    record Role(String name, SsoSession center, String account, String role, String region, boolean readOnly)
            implements Target {}

    /** The region of the sandbox where none is chosen. */
    String SANDBOX_REGION = "us-east-1";

    /** The sandbox at an endpoint; its credentials are made up and open nothing. */
    static Target sandbox(URI endpoint) {
        return sandbox(endpoint, SANDBOX_REGION);
    }

    /** The sandbox at an endpoint, in a region. */
    static Target sandbox(URI endpoint, String region) {
        return sandbox(endpoint, region, false);
    }

    /** The sandbox at an endpoint, in a region, to be changed or not. */
    static Target sandbox(URI endpoint, String region, boolean readOnly) {
        return new Fixed("sandbox", Session.Kind.SANDBOX, endpoint, region, "SANDBOX", "sandbox", readOnly);
    }
}
