package io.tidemark.local.sms;

import com.zx.sms.codec.cmpp.msg.CmppDeliverRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppReportRequestMessage;
import com.zx.sms.common.util.MsgId;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a CMPP gateway reports of a text, and when: around its answer. */
@FunctionalInterface
public interface CmppReports {
    /** The minute in which everything was submitted and done, by China's clock. */
    String MINUTE = "2611221430";

    void around(Channel channel, CmppText text, Runnable answer);

    static CmppReports never() {
        return (channel, text, answer) -> answer.run();
    }

    /** @param stat such as DELIVRD */
    static CmppReports after(String stat) {
        return (channel, text, answer) -> {
            answer.run();
            text.segments().forEach(id -> send(channel, text, id, stat));
        };
    }

    static CmppReports before(String stat) {
        return (channel, text, answer) -> {
            text.segments().forEach(id -> send(channel, text, id, stat));
            answer.run();
        };
    }

    static CmppReports twice(String stat) {
        return (channel, text, answer) -> {
            after(stat).around(channel, text, answer);
            after(stat).around(channel, text, () -> {});
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
        CmppReportRequestMessage report = new CmppReportRequestMessage();
        report.setMsgId(id);
        report.setStat(stat);
        report.setSubmitTime(MINUTE);
        report.setDoneTime(MINUTE);
        report.setDestterminalId(text.to());
        CmppDeliverRequestMessage deliver = new CmppDeliverRequestMessage();
        deliver.setDestId(text.submit().getSrcId());
        deliver.setSrcterminalId(text.to());
        deliver.setReportRequestMessage(report);
        channel.writeAndFlush(deliver);
    }
}
