package io.tidemark.deliver.cmpp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageCodec;
import java.util.List;

/** Octets of the connection to frames and back. Holds at most one frame's octets and what one read gave. */
final class FrameCodec extends ByteToMessageCodec<Frame<Outbound>> {
    private final Encoder encoder;
    private final Decoder decoder;

    FrameCodec(Version version) {
        this.encoder = new Encoder(version);
        this.decoder = new Decoder(version);
    }

    @Override
    protected void encode(ChannelHandlerContext context, Frame<Outbound> frame, ByteBuf out) {
        encoder.encode(frame, out);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        try {
            if (in.readableBytes() >= Integer.BYTES) {
                int length = Decoder.plausible(in.getInt(in.readerIndex()));
                if (in.readableBytes() >= length) {
                    out.add(decoder.decode(in.readSlice(length)));
                }
            }
        } catch (ProtocolViolation violation) {
            // Nothing behind it can be understood either.
            in.skipBytes(in.readableBytes());
            throw violation;
        }
    }
}
