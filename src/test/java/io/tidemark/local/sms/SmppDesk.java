package io.tidemark.local.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.ServerResponseDeliveryListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** Where an SMPP provider takes segments, remembers the last of them, and answers. */
final class SmppDesk implements ServerMessageReceiverListener, ServerResponseDeliveryListener {
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_UNANSWERED = 10_000;
    private static final int LATEST_SECONDS = 30;
    private static final int UCS_2 = 8;

    private final SmppHabits habits;
    private final Phones phones;
    private final SmppCourier courier;
    private final Clock clock;
    private final AtomicLong ids;
    private final ArrayDeque<Submitted> seen = new ArrayDeque<>();
    private final Map<String, Submitted> unanswered = new LinkedHashMap<>();
    private final AtomicInteger atATime = new AtomicInteger();
    private final AtomicInteger mostAtATime = new AtomicInteger();

    SmppDesk(SmppHabits habits, Phones phones, SmppCourier courier, Clock clock) {
        this.habits = habits;
        this.phones = phones;
        this.courier = courier;
        this.clock = clock;
        // As a provider's ids go on from where they were when it is started again.
        this.ids = new AtomicLong(clock.millis() * 1_000);
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source) throws ProcessRequestException {
        mostAtATime.accumulateAndGet(atATime.incrementAndGet(), Math::max);
        try {
            Submitted segment = read(submit);
            remember(segment);
            return answer(segment, habits.answers.apply(segment), source);
        } finally {
            atATime.decrementAndGet();
        }
    }

    private SubmitSmResult answer(Submitted segment, Answer answer, SMPPServerSession source)
            throws ProcessRequestException {
        if (answer instanceof Answer.Refuse refuse) {
            throw new ProcessRequestException("refused", refuse.status());
        }
        taken(segment, source);
        if (answer instanceof Answer.Drop) {
            answered(habits.answeredIds.apply(segment.id()));
            source.close();
        } else if (answer instanceof Answer.Late late) {
            await(late);
        }
        try {
            return new SubmitSmResult(new MessageId(habits.answeredIds.apply(segment.id())), new OptionalParameter[0]);
        } catch (PDUStringException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    private static void await(Answer.Late late) throws ProcessRequestException {
        try {
            late.gate().get(LATEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException never) {
            throw new ProcessRequestException("closed", SMPPConstant.STAT_ESME_RSYSERR, never);
        }
    }

    private Submitted read(SubmitSm submit) {
        byte[] octets = submit.getShortMessage();
        boolean several = GSMSpecificFeature.UDHI.containedIn(submit.getEsmClass());
        byte[] body = several ? Arrays.copyOfRange(octets, octets[0] + 1, octets.length) : octets;
        int dataCoding = submit.getDataCoding();
        return new Submitted(
                Long.toString(ids.incrementAndGet()),
                submit.getSourceAddr(),
                submit.getDestAddress(),
                several ? octets[3] & 0xff : 0,
                several ? octets[5] & 0xff : 1,
                several ? octets[4] & 0xff : 1,
                dataCoding == UCS_2 ? new String(body, StandardCharsets.UTF_16BE) : GsmText.decoded(body),
                dataCoding,
                submit.getValidityPeriod());
    }

    private synchronized void remember(Submitted segment) {
        seen.add(segment);
        if (seen.size() > MOST_REMEMBERED) {
            seen.removeFirst();
        }
    }

    private void taken(Submitted segment, SMPPServerSession source) {
        List<Submitted> complete = phones.take(segment).orElse(List.of());
        switch (habits.receipting) {
            case NEVER -> {}
            case BEFORE_ANSWER -> bringNow(receipt(segment), source);
            case LAST_SEGMENT_FIRST -> bringReversed(complete);
            case AFTER_ANSWER, TWICE -> expectAnswer(segment);
        }
    }

    private void bringReversed(List<Submitted> segments) {
        List<SmppReceipt> receipts = new ArrayList<>();
        segments.forEach(segment -> receipts.add(0, receipt(segment)));
        courier.bring(receipts);
    }

    private void bringNow(SmppReceipt receipt, SMPPServerSession source) {
        try {
            receipt.bring(source);
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException notTaken) {
            courier.bring(List.of(receipt));
        }
    }

    SmppReceipt receipt(Submitted segment) {
        return SmppReceipt.of(segment, segment.id(), habits.state, clock.instant());
    }

    private synchronized void expectAnswer(Submitted segment) {
        unanswered.put(habits.answeredIds.apply(segment.id()), segment);
        if (unanswered.size() > MOST_UNANSWERED) {
            unanswered.remove(unanswered.keySet().iterator().next());
        }
    }

    private void answered(String id) {
        Submitted segment = forget(id);
        if (segment != null) {
            SmppReceipt receipt = receipt(segment);
            courier.bring(habits.receipting == Receipting.TWICE ? List.of(receipt, receipt) : List.of(receipt));
        }
    }

    private synchronized @Nullable Submitted forget(String id) {
        return unanswered.remove(id);
    }

    synchronized List<Submitted> seen() {
        return List.copyOf(seen);
    }

    int mostAtATime() {
        return mostAtATime.get();
    }

    @Override
    public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession source) {
        answered(result.getMessageId());
    }

    @Override
    public void onSubmitSmRespError(SubmitSmResult result, Exception cause, SMPPServerSession source) {
        answered(result.getMessageId());
    }

    @Override
    public void onSubmitMultiRespSent(SubmitMultiResult result, SMPPServerSession source) {}

    @Override
    public void onSubmitMultiRespError(SubmitMultiResult result, Exception cause, SMPPServerSession source) {}

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submit, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw unknown();
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not spoken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
