package io.tapdeck.desk.message;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;

/** Messages by an icon in the tray, on Windows: the only ones that the JDK itself can show there. */
final class TrayMessages implements DesktopMessages {
    private static final int SIZE = 16;

    private final TrayIcon icon;

    private TrayMessages(TrayIcon icon) {
        this.icon = icon;
    }

    /** Puts the icon into the tray, if there is one. */
    static DesktopMessages open() {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            return DesktopMessages.none("There is no tray.");
        }
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        var drawing = picture.createGraphics();
        drawing.setColor(new Color(0x1f6feb));
        drawing.fillRoundRect(0, 0, SIZE, SIZE, SIZE / 4, SIZE / 4);
        drawing.dispose();
        TrayIcon icon = new TrayIcon(picture, "Tapdeck");
        icon.setImageAutoSize(true);
        try {
            SystemTray.getSystemTray().add(icon);
        } catch (AWTException e) {
            return DesktopMessages.none("The tray takes no icon.");
        }
        return new TrayMessages(icon);
    }

    @Override
    public void show(DesktopMessage message) {
        icon.displayMessage(message.title(), message.text(), TrayIcon.MessageType.WARNING);
    }

    @Override
    public String words() {
        return "By an icon in the tray, while Tapdeck is not in front.";
    }

    /** Without this the JDK waits for the icon and does not end. */
    @Override
    public void close() {
        SystemTray.getSystemTray().remove(icon);
    }
}
