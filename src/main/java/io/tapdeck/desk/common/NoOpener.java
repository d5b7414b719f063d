package io.tapdeck.desk.common;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.ConfigProposal;
import io.tapdeck.aws.identitycenter.SignIn;
import io.tapdeck.aws.identitycenter.SignedOut;
import io.tapdeck.aws.identitycenter.SsoAccount;
import io.tapdeck.aws.identitycenter.SsoProfile;
import io.tapdeck.aws.identitycenter.SsoSession;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For a desk that works in one session only. */
final class NoOpener implements SessionOpener {

    @Override
    public Offer offer(Collection<SsoSession> also) {
        return new Offer(Map.of(), List.of(), List.of(), Map.of(), null, null, "");
    }

    @Override
    public DeskServices open(SessionChoice choice) {
        throw refused();
    }

    @Override
    public Session identity(SessionChoice choice) {
        throw refused();
    }

    @Override
    public Optional<SsoSession> center(SessionChoice choice) {
        return Optional.empty();
    }

    @Override
    public SignIn signIn(SsoSession center) {
        throw refused();
    }

    @Override
    public void browse(URI page) {
        throw refused();
    }

    @Override
    public List<SsoAccount> accounts(SsoSession center) {
        throw refused();
    }

    @Override
    public List<String> roles(SsoSession center, String account) {
        throw refused();
    }

    @Override
    public SignedOut signOut(SsoSession center) {
        throw refused();
    }

    @Override
    public ConfigProposal propose(SsoSession center, List<SsoProfile> profiles) {
        throw refused();
    }

    @Override
    public void write(ConfigProposal proposal) {
        throw refused();
    }

    private static AwsException refused() {
        return new AwsException(
                "This desk works in one session only.", "Start tapdeck without it.", AwsException.Kind.WRONG_TARGET);
    }
}
