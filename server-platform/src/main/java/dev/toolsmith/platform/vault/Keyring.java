package dev.toolsmith.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.TreeSet;

/** AES-256-GCM keys, of which the primary one encrypts and each decrypts what it once encrypted. */
final class Keyring {

    private static final Configuration TINK = aesGcm();
    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_BYTES = 5;
    private static final int KEY_BYTES = 32;

    private final KeysetHandle handle;
    private final Aead aead;

    private Keyring(KeysetHandle handle) throws GeneralSecurityException {
        for (int i = 0; i < handle.size(); i++) {
            KeysetHandle.Entry entry = handle.getAt(i);
            boolean fits = entry.getStatus().equals(KeyStatus.ENABLED)
                    && entry.getKey() instanceof AesGcmKey key
                    && key.getParameters().getKeySizeBytes() == KEY_BYTES
                    && key.getParameters().getVariant().equals(AesGcmParameters.Variant.TINK);
            if (!fits) {
                throw new GeneralSecurityException("not an AES-256-GCM key");
            }
        }
        this.handle = handle;
        this.aead = handle.getPrimitive(TINK, Aead.class);
    }

    private static Configuration aesGcm() {
        return sure(() -> {
            AeadConfig.register();
            return RegistryConfiguration.get();
        });
    }

    /** One new key. */
    static Keyring fresh() {
        return sure(() -> new Keyring(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK)));
    }

    /** Reads what {@link #json} wrote. */
    static Keyring ofJson(String json) throws GeneralSecurityException {
        return new Keyring(TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get()));
    }

    /** Reads what {@link #bytes} wrote. */
    static Keyring ofBytes(byte[] bytes) throws GeneralSecurityException {
        return new Keyring(TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get(), TINK));
    }

    /** Which key encrypted something; only that key can decrypt it. */
    static int keyIdOf(byte[] ciphertext) throws GeneralSecurityException {
        if (ciphertext.length < PREFIX_BYTES || ciphertext[0] != TINK_PREFIX) {
            throw new GeneralSecurityException("not encrypted with such keys");
        }
        return ByteBuffer.wrap(ciphertext).getInt(1);
    }

    /** The keys themselves: a secret. */
    String json() {
        return sure(() -> TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get()));
    }

    /** The keys themselves: a secret. */
    byte[] bytes() {
        return sure(() -> TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get(), TINK));
    }

    int primaryId() {
        return handle.getPrimary().getId();
    }

    Set<Integer> ids() {
        Set<Integer> ids = new TreeSet<>();
        for (int i = 0; i < handle.size(); i++) {
            ids.add(handle.getAt(i).getId());
        }
        return ids;
    }

    /** Whether both have the same keys and the same one encrypts. */
    boolean hasSameKeys(Keyring other) {
        return ids().equals(other.ids()) && primaryId() == other.primaryId();
    }

    /** The same keys and a new one, which becomes the primary. */
    Keyring withNewPrimary() {
        return sure(() -> new Keyring(KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build()));
    }

    /** These keys and another ring's primary, which becomes the primary. */
    Keyring withPrimaryOf(Keyring other) {
        return sure(() -> new Keyring(KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.importKey(other.handle.getPrimary().getKey())
                        .makePrimary())
                .build()));
    }

    /** The primary key alone. */
    Keyring primaryOnly() {
        return sure(() ->
                new Keyring(KeysetHandle.newBuilder().addEntry(primaryEntry()).build()));
    }

    private KeysetHandle.Builder.Entry primaryEntry() {
        return KeysetHandle.importKey(handle.getPrimary().getKey()).makePrimary();
    }

    /** The same keys with another one of them as the primary. */
    Keyring ledBy(int id) {
        if (id == primaryId()) {
            return this;
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
        for (int i = 0; i < builder.size(); i++) {
            if (handle.getAt(i).getId() == id) {
                builder.getAt(i).makePrimary();
            }
        }
        return sure(() -> new Keyring(builder.build()));
    }

    /** Encrypts, bound to a context that decrypting must name again. */
    byte[] encrypt(byte[] plain, String context) {
        return sure(() -> aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8)));
    }

    /** Decrypts what one of these keys encrypted for the same context, if nobody touched it. */
    byte[] decrypt(byte[] ciphertext, String context) throws GeneralSecurityException {
        return aead.decrypt(ciphertext, context.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Keyring of " + handle.size() + " keys";
    }

    private interface Step<T> {
        T take() throws GeneralSecurityException;
    }

    /** Does what can only fail if this class is wrong. */
    private static <T> T sure(Step<T> step) {
        try {
            return step.take();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keys could not be used", e);
        }
    }
}
