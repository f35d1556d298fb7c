package io.tidemark.deliver.cmpp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.cmpp.Inbound.ConnectAnswer;
import io.tidemark.deliver.cmpp.Inbound.Deliver;
import io.tidemark.deliver.cmpp.Inbound.SubmitAnswer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One connection, from the login to its end. Whatever happens to it, it ends with {@link Disconnected} and each message
 * handed to it gets its answer. What it knows belongs to the connection's event loop.
 */
final class Session extends ChannelInboundHandlerAdapter {
    private final Line line;
    private final Sequence sequence = new Sequence();
    private final Window window;
    private final Inbox inbox;
    private final Pulse pulse;
    private final Sinks.Empty<Void> entered = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private boolean isIn;
    private Disconnected why = new Disconnected(Reason.UNREACHABLE, "the gateway closed the connection");

    Session(Channel channel, Window.Pace pace, Inbox inbox, Pulse.Rate rate) {
        this.line = new Line(channel);
        this.window = new Window(line, sequence, pace);
        this.inbox = inbox;
        this.pulse = new Pulse(rate, this::test);
    }

    /** Completes when the gateway has let us in; fails with {@link Disconnected} if it does not. */
    Mono<Void> login(Outbound.Connect connect) {
        line.say(sequence.next(), connect);
        line.listen(true);
        return entered.asMono();
    }

    /** Fails with {@link Disconnected} when the connection has ended; never completes. */
    Mono<Void> end() {
        return ended.asMono();
    }

    /** From any thread. */
    void submit(Outgoing message) {
        line.later(() -> window.add(message), () -> message.stop(Refused.because(Reason.UNREACHABLE)));
    }

    /** From any thread: a message of which nothing was sent is not sent. */
    void withdraw(Outgoing message) {
        line.later(() -> window.withdraw(message));
    }

    /** From any thread: says goodbye and waits for the gateway to say so too. */
    Mono<Void> leave() {
        return Mono.defer(() -> {
            line.later(() -> line.say(sequence.next(), new Outbound.Terminate()));
            return ended.asMono().onErrorComplete();
        });
    }

    /** From any thread. */
    void drop() {
        line.close();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void channelRead(ChannelHandlerContext context, Object message) {
        Frame<Inbound> frame = (Frame<Inbound>) message;
        if (frame.command() instanceof ConnectAnswer answer && !isIn) {
            entered(answer);
        } else if (isIn) {
            heard(frame);
        } else {
            throw new ProtocolViolation("The gateway spoke before it answered the login.");
        }
    }

    private void entered(ConnectAnswer answer) {
        if (answer.status() != 0) {
            close(Login.refused(answer.status()));
            return;
        }
        isIn = true;
        pulse.start(line);
        entered.tryEmitEmpty();
    }

    private void heard(Frame<Inbound> frame) {
        Inbound command = frame.command();
        if (command instanceof SubmitAnswer answer) {
            window.answered(frame.sequence(), answer);
        } else if (command instanceof Deliver deliver) {
            inbox.take(line, frame, deliver);
        } else if (command instanceof Inbound.Test) {
            line.say(frame.sequence(), new Outbound.TestAnswer());
        } else if (command instanceof Inbound.TestAnswer) {
            pulse.answered();
        } else if (command instanceof Inbound.Terminate) {
            line.say(frame.sequence(), new Outbound.TerminateAnswer());
            close(new Disconnected(Reason.UNREACHABLE, "the gateway said goodbye"));
        } else if (command instanceof Inbound.TerminateAnswer) {
            close(new Disconnected(Reason.UNREACHABLE, "we said goodbye"));
        } else {
            throw new ProtocolViolation("The gateway answered a login twice.");
        }
    }

    /** No answer can be read while reading stands still: the gateway is not to blame then. */
    private void test() {
        if (inbox.isFull()) {
            return;
        }
        if (pulse.isGone()) {
            close(new Disconnected(Reason.UNREACHABLE, "the gateway answered no test"));
        } else {
            line.say(sequence.next(), new Outbound.Test());
        }
    }

    private void close(Disconnected because) {
        why = because;
        line.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pulse.stop();
        window.close(Reason.UNREACHABLE);
        entered.tryEmitError(why);
        ended.tryEmitError(why);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        close(new Disconnected(Reason.UNREACHABLE, cause.getMessage() == null ? cause.toString() : cause.getMessage()));
    }
}
