package dev.toolsmith.platform.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash (HMAC-SHA256) for one purpose: nobody without the key can make it or tell what it is of. */
public final class Mac {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec secret;

    private Mac(SecretKeySpec secret) {
        this.secret = secret;
    }

    static Mac derived(byte[] root, String purpose) {
        byte[] info = ("toolsmith|mac|" + purpose + "|v1").getBytes(StandardCharsets.UTF_8);
        try {
            byte[] own = Hkdf.computeHkdf("HMACSHA256", root, new byte[0], info, KEY_BYTES);
            return new Mac(new SecretKeySpec(own, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 cannot be set up", e);
        }
    }

    /** The hash of a text as base64url without padding. */
    public String of(String text) {
        byte[] hash = of(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** The hash of bytes, 32 bytes. */
    public byte[] of(byte[] bytes) {
        try {
            javax.crypto.Mac hash = javax.crypto.Mac.getInstance(ALGORITHM);
            hash.init(secret);
            return hash.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 cannot be computed", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
