package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one jar from memory. Of the server they see only what tools are made with, and of other jars
 * nothing; resources are the jar's own. It keeps classes apart and is no sandbox: they run with the process's rights.
 */
final class BundleLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String CONTRACTS = ToolBundle.class.getPackageName() + ".";

    private final Map<String, byte[]> entries;

    BundleLoader(String name, Map<String, byte[]> entries) {
        super(name, ClassLoader.getPlatformClassLoader());
        this.entries = entries;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return getParent().loadClass(name);
        }
        if (name.startsWith(CONTRACTS) || name.startsWith("tools.jackson.") || name.startsWith("org.jspecify.")) {
            return BundleLoader.class.getClassLoader().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            @Nullable Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = entries.get(name.replace('.', '/').concat(".class"));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** A class of the jar, never one of the server. */
    Class<?> findOwn(String name) throws ClassNotFoundException {
        Class<?> type = loadClass(name);
        if (type.getClassLoader() != this) {
            throw new ClassNotFoundException(name);
        }
        return type;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte @Nullable [] bytes = entries.get(name);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.emptyEnumeration();
    }
}
