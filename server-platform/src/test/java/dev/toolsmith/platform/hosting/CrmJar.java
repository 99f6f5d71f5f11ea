package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.bundle.BundleJar;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A bundle read from a jar, with compiled classes of its own; its tools read {@code /v<version>/<tool>}, but {@code …_self} reads {@code /self}. */
public final class CrmJar {

    private static final String SOURCE = """
            package com.example.%1$s;
            import dev.toolsmith.runtime.tool.*;
            public final class Tools implements ToolBundle {
                @Override public String app() { return "%1$s"; }
                @Override public ApiTool tool(String name) { return new Reading(name); }
                @Override public java.io.InputStream open(String name) {
                    java.io.InputStream in = Tools.class.getResourceAsStream("/META-INF/toolsmith/%1$s/" + name);
                    if (in == null) { throw new IllegalArgumentException(name); }
                    return in;
                }
            }
            final class Reading implements ApiTool {
                private final String name;
                Reading(String name) { this.name = name; }
                @Override public String name() { return name; }
                @Override public ApiRequest toRequest(ToolArguments args) {
                    return ApiRequest.get(name.endsWith("_self") ? "/self" : "/v%2$s/" + name);
                }
            }
            """;

    private CrmJar() {}

    /**
     * A bundle.
     *
     * @param version stands in the path of every request
     * @param tools names of tools, which begin with the app's; what follows the last underscore is their tag
     */
    public static ToolBundle of(String app, String version, String... tools) {
        Map<String, byte[]> files = new TreeMap<>(compiled(app, SOURCE.formatted(app, version)));
        resources(app, version, new ArrayList<>(new TreeSet<>(List.of(tools))))
                .forEach((name, text) ->
                        files.put("META-INF/toolsmith/" + app + "/" + name, text.getBytes(StandardCharsets.UTF_8)));
        return BundleJar.of(app + ".jar", jar(files)).bundles().get(0);
    }

    private static Map<String, String> resources(String app, String version, List<String> tools) {
        Map<String, String> resources = new TreeMap<>();
        resources.put(
                "manifest.json",
                "{\"formatVersion\":1,\"app\":\"" + app + "\",\"title\":\"" + app + "\",\"version\":\"" + version
                        + "\",\"sha256\":\"00\",\"bundleClass\":\"com.example." + app + ".Tools\","
                        + "\"baseUrl\":\"https://crm.example\",\"env\":{\"apiKey\":\"K\",\"baseUrl\":\"B\"},"
                        + "\"security\":[{\"name\":\"oauth2\",\"type\":\"oauth2\",\"scheme\":\"\",\"in\":\"\","
                        + "\"parameter\":\"\"}]}");
        StringBuilder index = new StringBuilder("{\"tools\":[");
        List<String> listed = new ArrayList<>();
        int offset = 1;
        for (String tool : tools) {
            String row = "{\"name\":\"" + tool + "\",\"inputSchema\":{\"type\":\"object\"}}";
            String tag = tool.substring(tool.lastIndexOf('_') + 1);
            listed.add(row);
            index.append(offset == 1 ? "" : ",")
                    .append("{\"name\":\"" + tool + "\",\"method\":\"GET\",\"path\":\"/" + tool
                            + "\",\"kind\":\"list\",\"class\":\"read\",\"tags\":[\"" + tag + "\"],\"tag\":\"" + tag
                            + "\",\"scopes\":[],\"reads\":true,\"offset\":" + offset + ",\"length\":" + row.length()
                            + "}");
            offset += row.length() + 1;
            resources.put("schemas/" + tool + ".json", "{\"type\":\"object\"}");
        }
        resources.put("catalogue.json", "[" + String.join(",", listed) + "]");
        resources.put("index.json", index.append("]}").toString());
        return resources;
    }

    private static byte[] jar(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> compiled(String app, String source) {
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files =
                        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
                InMemory memory = new InMemory(files)) {
            List<String> options =
                    List.of("-proc:none", "--release", "17", "-cp", System.getProperty("java.class.path"));
            JavaFileObject unit = new Source(URI.create("mem:///com/example/" + app + "/Tools.java"), source);
            if (!ToolProvider.getSystemJavaCompiler()
                    .getTask(problems, memory, null, options, null, List.of(unit))
                    .call()) {
                throw new IllegalArgumentException(problems.toString());
            }
            Map<String, byte[]> classes = new TreeMap<>();
            memory.written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(URI name, String text) {
            super(name, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            String path = name.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("mem:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    written.put(path, out);
                    return out;
                }
            };
        }
    }
}
