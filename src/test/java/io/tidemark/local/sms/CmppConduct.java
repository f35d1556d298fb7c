package io.tidemark.local.sms;

import com.zx.sms.codec.cmpp.msg.CmppSubmitRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitResponseMessage;
import com.zx.sms.common.GlobalConstance;
import com.zx.sms.common.util.MsgId;
import com.zx.sms.handler.api.AbstractBusinessHandler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a CMPP gateway answers, and the texts that it was sent, joined of their segments. Takes everything and reports
 * nothing until told otherwise. From any thread.
 */
@Sharable
public final class CmppConduct extends AbstractBusinessHandler {
    private final AtomicInteger gate = new AtomicInteger();
    private final List<CmppText> texts = new CopyOnWriteArrayList<>();
    private final CmppWitness witness = new CmppWitness();
    private final Queue<Integer> results = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private volatile Way way = Way.ANSWERING;
    private volatile CmppReports reports = CmppReports.never();
    private volatile Consumer<CmppText> listener = text -> {};

    private enum Way {
        ANSWERING,
        HOLDING,
        DROPPING
    }

    /** The next segments get these results, one each: 8 is "too much". After them all is well. */
    public void answer(int... nextResults) {
        Arrays.stream(nextResults).forEach(results::add);
    }

    /** Takes texts and answers none of them until {@link #release()}. */
    public void hold() {
        way = Way.HOLDING;
    }

    /** Gives the answers that were held back, and answers as usual from now on. */
    public void release() {
        way = Way.ANSWERING;
        for (Runnable answer = held.poll(); answer != null; answer = held.poll()) {
            answer.run();
        }
    }

    /** Takes the next texts and cuts the connection before it answers. */
    public void dropBeforeAnswering() {
        way = Way.DROPPING;
    }

    /** What it reports of texts taken from now on. */
    public void report(CmppReports how) {
        reports = how;
    }

    /** Told of each text, to print it for example; on the connection's thread. */
    public void onText(Consumer<CmppText> told) {
        listener = told;
    }

    /** Oldest first. */
    public List<CmppText> texts() {
        return List.copyOf(texts);
    }

    /** What else it heard. */
    public CmppWitness witness() {
        return witness;
    }

    @Override
    public String name() {
        return "conduct";
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.pipeline().addAfter(GlobalConstance.codecName, "witness", witness);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof CmppSubmitRequestMessage submit) {
            taken(context.channel(), submit);
        }
        context.fireChannelRead(message);
    }

    private void taken(Channel channel, CmppSubmitRequestMessage joined) {
        List<CmppSubmitResponseMessage> answers = answers(joined);
        CmppText text = CmppText.of(joined, answers);
        texts.add(text);
        listener.accept(text);
        Runnable answer = () -> reports.around(channel, text, () -> answers.forEach(each -> Written.to(channel, each)));
        switch (way) {
            case ANSWERING -> answer.run();
            case HOLDING -> held.add(answer);
            case DROPPING -> Written.close(channel);
        }
    }

    /** One for each segment, in their order. */
    private List<CmppSubmitResponseMessage> answers(CmppSubmitRequestMessage joined) {
        List<CmppSubmitRequestMessage> others = joined.getFragments() == null ? List.of() : joined.getFragments();
        List<CmppSubmitResponseMessage> answers = new ArrayList<>();
        Stream.concat(others.stream(), Stream.of(joined))
                .mapToInt(CmppSubmitRequestMessage::getSequenceNo)
                .sorted()
                .forEach(sequence -> answers.add(answer(sequence)));
        return answers;
    }

    private CmppSubmitResponseMessage answer(int sequence) {
        Integer result = results.poll();
        CmppSubmitResponseMessage answer = new CmppSubmitResponseMessage(sequence);
        answer.setMsgId(new MsgId(gate.incrementAndGet()));
        answer.setResult(result == null ? 0 : result);
        return answer;
    }
}
