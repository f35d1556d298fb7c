package io.tidemark.local.sms;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;

/** What a simulator writes: if it cannot, the connection ends. */
final class Written {
    private Written() {}

    static void to(Channel channel, Object message) {
        channel.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    static void close(Channel channel) {
        var unused = channel.close();
    }
}
