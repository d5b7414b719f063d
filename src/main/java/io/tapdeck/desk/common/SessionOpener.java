package io.tapdeck.desk.common;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.ConfigProposal;
import io.tapdeck.aws.identitycenter.SignIn;
import io.tapdeck.aws.identitycenter.SignedOut;
import io.tapdeck.aws.identitycenter.SsoAccount;
import io.tapdeck.aws.identitycenter.SsoProfile;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.TokenCache.Standing;
import io.tapdeck.aws.profile.AwsProfile;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the desk asks of whoever wires its engines, to find and open sessions. Every method blocks; none gives a secret away. */
public interface SessionOpener {

    /**
     * What can be opened now, by the files and the token cache as they are now.
     *
     * @param also Identity Centers that the files do not name
     */
    Offer offer(Collection<SsoSession> also);

    /**
     * Opens a session.
     *
     * @throws AwsException with words for people
     */
    DeskServices open(SessionChoice choice);

    /**
     * Who a session is by STS's word, without opening it.
     *
     * @throws AwsException with words for people
     */
    Session identity(SessionChoice choice);

    /** Where somebody signs in for a session; empty where nobody has to, or it cannot be done here. */
    Optional<SsoSession> center(SessionChoice choice);

    /**
     * A way to sign in.
     *
     * @throws AwsException if the AWS files or the network's settings do not allow one
     */
    SignIn signIn(SsoSession center);

    /**
     * Shows a page of a sign-in in this computer's browser.
     *
     * @throws AwsException if no browser opens
     */
    void browse(URI page);

    /**
     * The accounts that a signed-in person may use.
     *
     * @throws AwsException with words for people
     */
    List<SsoAccount> accounts(SsoSession center);

    /**
     * The roles of one of them.
     *
     * @param account 12 digits
     * @throws AwsException with words for people
     */
    List<String> roles(SsoSession center, String account);

    /**
     * Signs out, here and for every program that shares the sign-in.
     *
     * @throws AwsException if the token cannot be deleted
     */
    SignedOut signOut(SsoSession center);

    /**
     * What it takes for the AWS config to hold an Identity Center and profiles of it; writes nothing.
     *
     * @throws AwsException with words for people
     */
    ConfigProposal propose(SsoSession center, List<SsoProfile> profiles);

    /**
     * Writes what was proposed.
     *
     * @throws AwsException if the file has changed since or cannot be written; it is then as it was
     */
    void write(ConfigProposal proposal);

    /** Opens nothing. */
    static SessionOpener none() {
        return new NoOpener();
    }

    /**
     * What can be opened.
     *
     * @param builtIn what Tapdeck brings along, by name, and what to say of each
     * @param profiles the environment's first, then by name
     * @param centers the Identity Centers that the files name, also those that no profile uses
     * @param signIns how each sign-in stands; there is none for an Identity Center that nobody is signed in to
     * @param usualRegion the usual profile's, or null
     * @param trouble what is wrong with the files, or null
     * @param configFile the AWS config file as people write it, such as {@code ~/.aws/config}
     */
    record Offer(
            Map<String, String> builtIn,
            List<AwsProfile> profiles,
            List<SsoSession> centers,
            Map<SsoSession, Standing> signIns,
            @Nullable String usualRegion,
            @Nullable String trouble,
            String configFile) {
        public Offer {
            profiles = List.copyOf(profiles);
            centers = List.copyOf(centers);
            builtIn = Map.copyOf(builtIn);
            signIns = Map.copyOf(signIns);
        }
    }
}
