package io.tidemark.local.sms;

import com.zx.sms.codec.cmpp.msg.CmppDeliverRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppReportRequestMessage;
import com.zx.sms.common.util.MsgId;
import io.netty.channel.Channel;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a CMPP gateway reports of a text, and when: around its answer. */
@FunctionalInterface
public interface CmppReports {
    /** When everything was submitted and done, unless the clock is asked: 14:30 in China. */
    String MINUTE = "2611221430";

    /** How a report writes a time. */
    DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    void around(Channel channel, CmppText text, Runnable answer);

    static CmppReports never() {
        return (channel, text, answer) -> answer.run();
    }

    /** Each phone gets it at once, by that clock. */
    static CmppReports delivered(Clock clock) {
        return (channel, text, answer) -> {
            answer.run();
            String time = TIME.format(clock.instant());
            text.segments().forEach(id -> Written.to(channel, report(text, id, "DELIVRD", time)));
        };
    }

    /** @param stat such as DELIVRD */
    static CmppReports after(String stat) {
        return times(1, stat);
    }

    /** So often for each segment. */
    static CmppReports times(int count, String stat) {
        return (channel, text, answer) -> {
            answer.run();
            for (int i = 0; i < count; i++) {
                text.segments().forEach(id -> send(channel, text, id, stat));
            }
        };
    }

    static CmppReports before(String stat) {
        return (channel, text, answer) -> {
            text.segments().forEach(id -> send(channel, text, id, stat));
            answer.run();
        };
    }

    /** The last segment's first. */
    static CmppReports reversed(String stat) {
        return (channel, text, answer) -> {
            answer.run();
            List<MsgId> ids = new ArrayList<>(text.segments());
            Collections.reverse(ids);
            ids.forEach(id -> send(channel, text, id, stat));
        };
    }

    private static void send(Channel channel, CmppText text, MsgId id, String stat) {
        Written.to(channel, report(text, id, stat, MINUTE));
    }

    private static CmppDeliverRequestMessage report(CmppText text, MsgId id, String stat, String time) {
        CmppReportRequestMessage report = new CmppReportRequestMessage();
        report.setMsgId(id);
        report.setStat(stat);
        report.setSubmitTime(time);
        report.setDoneTime(time);
        report.setDestterminalId(text.to());
        CmppDeliverRequestMessage deliver = new CmppDeliverRequestMessage();
        deliver.setDestId(text.submit().getSrcId());
        deliver.setSrcterminalId(text.to());
        deliver.setReportRequestMessage(report);
        return deliver;
    }
}
