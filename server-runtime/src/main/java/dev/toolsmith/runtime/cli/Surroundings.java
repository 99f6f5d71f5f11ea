package dev.toolsmith.runtime.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a process finds around it.
 *
 * @param environment the environment variables
 * @param in standard input
 * @param out standard output, unbuffered
 * @param err where people read messages
 */
record Surroundings(Map<String, String> environment, InputStream in, OutputStream out, PrintStream err) {

    static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), System.in, new FileOutputStream(FileDescriptor.out), System.err);
    }
}
