package io.tapdeck.aws.identitycenter;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;

/**
 * Signs out of one session: tells Identity Center, then deletes the session's token. The registration stays, since it opens
 * nothing by itself, and so do the tokens of other sessions.
 */
public final class SignOut {
    private final TokenCache cache;
    private final SsoClient portal;

    /** Sign-outs of sessions of the portal's region. */
    public SignOut(TokenCache cache, SsoClient portal) {
        this.cache = cache;
        this.portal = portal;
    }

    /**
     * Signs out, also where the network is gone. Blocks.
     *
     * @throws io.tapdeck.aws.AwsException if the token cannot be deleted
     */
    public SignedOut run(SsoSession session) {
        Optional<CachedToken> token = cache.token(session);
        String notTold = null;
        if (token.isPresent()) {
            try {
                portal.logout(
                        request -> request.accessToken(token.get().access().value()));
            } catch (UnauthorizedException e) {
                // Already signed out there.
            } catch (SdkException e) {
                notTold = SsoFailures.explain(e, "the access portal").getMessage();
            }
        }
        cache.delete(session);
        return new SignedOut(token.isPresent(), notTold);
    }
}
