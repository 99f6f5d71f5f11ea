package dev.toolsmith.generator.emit;

import com.palantir.javapoet.ClassName;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;

/**
 * What generated classes are called.
 *
 * @param packageName the package of all of them
 */
record JavaNames(String packageName) {

    /** The simple name of the class with the main method. */
    static final String MAIN = "Main";

    /** The class of one tool. */
    ClassName tool(ToolModel tool) {
        return ClassName.get(packageName, tool.name().className());
    }

    /** The class that stands for all tools of an API: {@code attio} gives {@code AttioTools}. */
    ClassName bundle(String app) {
        return ClassName.get(packageName, new ToolName(app).className() + "Tools");
    }

    /** A class that somebody else wrote, by its binary name. */
    static ClassName ofClass(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return ClassName.get(binaryName.substring(0, Math.max(dot, 0)), binaryName.substring(dot + 1));
    }
}
