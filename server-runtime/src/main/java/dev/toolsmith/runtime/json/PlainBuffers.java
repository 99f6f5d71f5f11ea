package dev.toolsmith.runtime.json;

import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.RecyclerPool;

/**
 * Buffers for parsers on the start path. Jackson's own are given back through a lambda expression, and the first of these in
 * a process loads some fifty classes.
 */
public final class PlainBuffers extends RecyclerPool.ConcurrentDequePoolBase<BufferRecycler> {

    private static final long serialVersionUID = 1L;

    /** The pool that all parsers of the start path share. */
    public static final PlainBuffers POOL = new PlainBuffers();

    private PlainBuffers() {
        super(SERIALIZATION_SHARED);
    }

    @Override
    public BufferRecycler createPooled() {
        return new PlainRecycler();
    }

    private static final class PlainRecycler extends BufferRecycler {

        @Override
        public void releaseByteBuffer(int index, byte[] buffer) {
            byte[] kept = _byteBuffers.get(index);
            if (kept == null || kept.length < buffer.length) {
                _byteBuffers.set(index, buffer);
            }
        }

        @Override
        public void releaseCharBuffer(int index, char[] buffer) {
            char[] kept = _charBuffers.get(index);
            if (kept == null || kept.length < buffer.length) {
                _charBuffers.set(index, buffer);
            }
        }
    }
}
