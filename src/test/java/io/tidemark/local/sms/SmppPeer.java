package io.tidemark.local.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jsmpp.bean.MessageType;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;

/**
 * An SMPP provider on this machine, made of jSMPP's server. It takes any number of binds of one account, remembers the
 * last 100,000 of what it was given, and answers as told; receipts go to any bind, and wait while there is none.
 */
public final class SmppPeer implements AutoCloseable {
    private static final int REMEMBERED = 100_000;

    private final SmppHabits habits = new SmppHabits();
    private final SmppCourier courier = new SmppCourier();
    private final Phones phones;
    private final SmppDesk desk;
    private final SmppDoor door;

    private SmppPeer(ServerSocket socket, Consumer<Sms> shown) throws IOException {
        this.phones = new Phones(REMEMBERED, shown);
        this.desk = new SmppDesk(habits, phones, courier, Clock.systemUTC());
        this.door = new SmppDoor(socket, habits, desk, courier);
    }

    /** On a port that is free. */
    public static SmppPeer listening() throws IOException {
        return listening(0, sms -> {});
    }

    /**
     * @param port 0 for any that is free
     * @param shown is told of each message that is complete
     */
    public static SmppPeer listening(int port, Consumer<Sms> shown) throws IOException {
        return new SmppPeer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), shown);
    }

    public int port() {
        return door.port();
    }

    /** How many are bound now. */
    public int bound() {
        return courier.bound().size();
    }

    /** How many have bound since the start. */
    public int binds() {
        return door.binds();
    }

    /** What the phones show: messages that are complete, refused ones not, in the order of their last segments. */
    public List<Sms> messages() {
        return phones.messages();
    }

    /** All segments that came, refused ones too. */
    public List<Submitted> segments() {
        return desk.seen();
    }

    /** The most segments that were unanswered at a time. */
    public int mostAtATime() {
        return desk.mostAtATime();
    }

    public void answers(Function<Submitted, Answer> answers) {
        habits.answers = answers;
    }

    /** @param doorman says 0 to let in, or the protocol's number for why not */
    public void letsIn(Function<BindRequest, Integer> doorman) {
        habits.doorman = doorman;
    }

    public void sendsReceipts(Receipting receipting) {
        habits.receipting = receipting;
    }

    /** @param state for all receipts from now on, {@code DELIVRD} and the like */
    public void reports(String state) {
        habits.state = state;
    }

    /** @param answered how an id is written in answers; receipts have it as it is */
    public void writesIds(UnaryOperator<String> answered) {
        habits.answeredIds = answered;
    }

    /** A receipt for a segment that came before. */
    public void sendReceipt(Submitted segment) {
        courier.bring(List.of(desk.receipt(segment)));
    }

    /** What a person sends from a phone. */
    public void sendMessage(String from, String text) {
        courier.bring(List.of(new SmppReceipt(from, "106", MessageType.DEFAULT, text)));
    }

    /** Without a word. */
    public void dropAll() {
        courier.bound().forEach(SMPPServerSession::close);
    }

    /** As the protocol has it. */
    public void unbindAll() {
        courier.bound().forEach(SMPPServerSession::unbindAndClose);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        door.close();
        courier.close();
    }
}
