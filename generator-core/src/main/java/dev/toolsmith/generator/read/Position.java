package dev.toolsmith.generator.read;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record Position(int line, int column) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
