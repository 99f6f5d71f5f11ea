package dev.toolsmith.maven.fetch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Maven's own reading and decrypting of settings. */
final class MavenSettings {

    static final String SECRET = "s3cret";

    private static final String MASTER = "master of tests";

    private MavenSettings() {}

    /** Access to settings in XML; {@code ENCRYPTED} in them stands for {@value #SECRET} as Maven encrypts it. */
    static SettingsAccess access(Path folder, String xml, Map<String, String> environment) {
        try {
            DefaultPlexusCipher cipher = new DefaultPlexusCipher();
            Path security = Files.writeString(
                    folder.resolve("settings-security.xml"),
                    "<settingsSecurity><master>"
                            + cipher.encryptAndDecorate(MASTER, DefaultSecDispatcher.SYSTEM_PROPERTY_SEC_LOCATION)
                            + "</master></settingsSecurity>");
            DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(cipher);
            dispatcher.setConfigurationFile(security.toString());
            return new SettingsAccess(
                    settings(xml.replace("ENCRYPTED", cipher.encryptAndDecorate(SECRET, MASTER))),
                    new DefaultSettingsDecrypter(dispatcher),
                    environment);
        } catch (IOException | PlexusCipherException e) {
            throw new AssertionError(e);
        }
    }

    private static Settings settings(String xml) throws IOException {
        try {
            return new SettingsXpp3Reader().read(new StringReader(xml));
        } catch (XmlPullParserException e) {
            throw new AssertionError(e);
        }
    }
}
