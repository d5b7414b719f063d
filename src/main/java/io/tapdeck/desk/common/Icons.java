package io.tapdeck.desk.common;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/**
 * The glyphs of the desk, by what they mean here. Size and colour come from style classes only: an inline style on a
 * {@link FontIcon} would wipe its font and leave a box.
 */
public enum Icons {
    ENVIRONMENTS(MaterialDesignS.SERVER),
    DEPLOYMENTS(MaterialDesignR.ROCKET_LAUNCH_OUTLINE),
    DRAFTS(MaterialDesignP.PENCIL_OUTLINE),
    JOURNAL(MaterialDesignN.NOTEBOOK_OUTLINE),
    SESSIONS(MaterialDesignA.ACCOUNT_KEY_OUTLINE),
    SETTINGS(MaterialDesignC.COG_OUTLINE),

    RUNNING(MaterialDesignC.CHECK_CIRCLE_OUTLINE),
    IN_ALARM(MaterialDesignA.ALERT),
    STUCK(MaterialDesignA.ALERT_OCTAGON),
    ROLLED_BACK(MaterialDesignU.UNDO_VARIANT),
    PAUSED(MaterialDesignP.PAUSE_CIRCLE_OUTLINE),
    WAITING(MaterialDesignC.CIRCLE_OUTLINE),
    UNKNOWN(MaterialDesignH.HELP_CIRCLE_OUTLINE),
    CHANGING(MaterialDesignP.PROGRESS_CLOCK),
    ATTENTION(MaterialDesignA.ALERT_CIRCLE_OUTLINE),
    CANCELLED(MaterialDesignM.MINUS_CIRCLE_OUTLINE),

    OK(MaterialDesignC.CHECK),
    ALARM(MaterialDesignB.BELL_RING),
    ACTIONS_OFF(MaterialDesignB.BELL_OFF_OUTLINE),
    NO_ALARM(MaterialDesignM.MINUS),

    CLOUD(MaterialDesignC.CLOUD_OUTLINE),
    SANDBOX(MaterialDesignF.FLASK_OUTLINE),
    KEY(MaterialDesignK.KEY_OUTLINE),
    ROLE(MaterialDesignS.SWAP_HORIZONTAL),
    PROGRAM(MaterialDesignC.CONSOLE_LINE),
    EXPIRED(MaterialDesignA.ACCOUNT_CLOCK_OUTLINE),
    DEVICE(MaterialDesignC.CELLPHONE_KEY),
    FOLDER(MaterialDesignF.FOLDER_OUTLINE),
    SHIELD(MaterialDesignS.SHIELD_ALERT_OUTLINE),

    ADD(MaterialDesignP.PLUS),
    REFRESH(MaterialDesignR.REFRESH),
    SEARCH(MaterialDesignM.MAGNIFY),
    DESTROY(MaterialDesignT.TRASH_CAN_OUTLINE),
    WATCH(MaterialDesignC.CHART_LINE),
    COMPARE(MaterialDesignC.COMPARE_HORIZONTAL),
    CHANGE(MaterialDesignP.PENCIL_OUTLINE),
    MORE(MaterialDesignD.DOTS_HORIZONTAL),
    COPY(MaterialDesignC.CONTENT_COPY),
    OPEN(MaterialDesignO.OPEN_IN_NEW),
    CLOSE(MaterialDesignC.CLOSE),
    PLAY(MaterialDesignP.PLAY_CIRCLE_OUTLINE),
    PAUSE(MaterialDesignP.PAUSE),
    LIVE(MaterialDesignP.PLAY),
    CHEVRON_RIGHT(MaterialDesignC.CHEVRON_RIGHT),
    CHEVRON_DOWN(MaterialDesignC.CHEVRON_DOWN),
    CHEVRON_UP(MaterialDesignC.CHEVRON_UP),
    ARROW_UP(MaterialDesignA.ARROW_UP),
    ARROW_DOWN(MaterialDesignA.ARROW_DOWN),
    ARROW_LEFT(MaterialDesignA.ARROW_LEFT),
    ARROW_RIGHT(MaterialDesignA.ARROW_RIGHT),

    PROBLEM(MaterialDesignA.ALERT_CIRCLE_OUTLINE),
    PROBLEM_FILLED(MaterialDesignA.ALERT_CIRCLE),
    WARNING(MaterialDesignA.ALERT_OUTLINE),
    NOTE(MaterialDesignI.INFORMATION_OUTLINE),
    AGE(MaterialDesignC.CLOCK_OUTLINE),
    NO(MaterialDesignC.CLOSE),
    LOCK(MaterialDesignL.LOCK_OUTLINE),
    PROTECTED(MaterialDesignS.SHIELD_CHECK_OUTLINE),

    DESCRIBE(MaterialDesignT.TUNE_VARIANT),
    DEPLOY_STEPS(MaterialDesignC.CHART_TIMELINE_VARIANT),

    NETWORK(MaterialDesignL.LAN),
    ENCRYPTION(MaterialDesignK.KEY_OUTLINE),
    DATABASE(MaterialDesignD.DATABASE_OUTLINE),
    BACKUP(MaterialDesignB.BACKUP_RESTORE),
    ALARMS(MaterialDesignB.BELL_OUTLINE),
    QUEUE(MaterialDesignT.TRAY_FULL),
    RESOURCE(MaterialDesignC.CUBE_OUTLINE),

    REPLACED(MaterialDesignS.SWAP_HORIZONTAL),
    ADDED(MaterialDesignP.PLUS_CIRCLE_OUTLINE),
    LOOK(MaterialDesignE.EYE_OUTLINE),

    MAIL(MaterialDesignE.EMAIL_OUTLINE),
    NO_MAIL(MaterialDesignE.EMAIL_OFF_OUTLINE),
    TABLE(MaterialDesignT.TABLE);

    /** Every pack is an enum. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Ikon glyph;

    Icons(Ikon glyph) {
        this.glyph = glyph;
    }

    /**
     * A new node of the glyph.
     *
     * @param styleClasses a role such as {@code td-danger}, and a size such as {@code td-icon-18} where 15 is not wanted
     */
    public FontIcon view(String... styleClasses) {
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().addAll(styleClasses);
        // A screen reader would read the private-use character; the word beside the glyph says it.
        icon.setFocusTraversable(false);
        return icon;
    }
}
