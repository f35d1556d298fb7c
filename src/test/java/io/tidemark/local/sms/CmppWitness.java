package io.tidemark.local.sms;

import com.zx.sms.codec.cmpp.msg.CmppActiveTestRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppActiveTestResponseMessage;
import com.zx.sms.codec.cmpp.msg.CmppDeliverResponseMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppTerminateRequestMessage;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What a CMPP gateway heard as it came in, before {@code sms-core} deals with it. From any thread. */
@Sharable
public final class CmppWitness extends ChannelInboundHandlerAdapter {
    private final List<Long> deliverResults = new CopyOnWriteArrayList<>();
    private final AtomicInteger segments = new AtomicInteger();
    private final AtomicInteger tests = new AtomicInteger();
    private final AtomicInteger testAnswers = new AtomicInteger();
    private final AtomicInteger goodbyes = new AtomicInteger();

    /** What was answered to reports and messages from phones, oldest first. */
    public List<Long> deliverResults() {
        return List.copyOf(deliverResults);
    }

    /** How many segments came. */
    public int segments() {
        return segments.get();
    }

    /** How often it was asked whether it is there. */
    public int tests() {
        return tests.get();
    }

    /** How often it was answered when it asked. */
    public int testAnswers() {
        return testAnswers.get();
    }

    public int goodbyes() {
        return goodbyes.get();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof CmppSubmitRequestMessage) {
            segments.incrementAndGet();
        } else if (message instanceof CmppDeliverResponseMessage answer) {
            deliverResults.add(answer.getResult());
        } else if (message instanceof CmppActiveTestRequestMessage) {
            tests.incrementAndGet();
        } else if (message instanceof CmppActiveTestResponseMessage) {
            testAnswers.incrementAndGet();
        } else if (message instanceof CmppTerminateRequestMessage) {
            goodbyes.incrementAndGet();
        }
        context.fireChannelRead(message);
    }
}
