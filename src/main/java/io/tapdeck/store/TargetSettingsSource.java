package io.tapdeck.store;

import io.tapdeck.environment.TargetSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target settings of each account: read from a file that a team shares, every time anew. Every method blocks. */
public interface TargetSettingsSource {

    /**
     * The settings that apply to an account now; {@link TargetSettings#NONE} where no file was chosen.
     *
     * @param account 12 digits
     * @throws TargetFileException if the chosen file is missing, unreadable or wrong
     */
    TargetSettings current(String account);

    /**
     * The file that was chosen for an account, whether it is there or not.
     *
     * @throws TargetFileException if it is not known which file that is
     */
    Optional<Path> file(String account);

    /**
     * Chooses the file of an account, after reading it.
     *
     * @param file what a team shares; null for none from now on
     * @return what it says
     * @throws TargetFileException if it is missing, unreadable or wrong; the choice stays as it was
     */
    TargetSettings choose(String account, @Nullable Path file);
}
