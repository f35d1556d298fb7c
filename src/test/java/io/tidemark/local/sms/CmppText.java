package io.tidemark.local.sms;

import com.zx.sms.codec.cmpp.msg.CmppSubmitRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitResponseMessage;
import com.zx.sms.common.util.MsgId;
import java.util.List;
import java.util.Objects;

/**
 * A text that a CMPP gateway was sent, joined of its segments by {@code sms-core}.
 *
 * @param segments the gateway's id of each
 * @param submit the last segment as it was read, with all the other fields
 */
public record CmppText(String to, String text, List<MsgId> segments, CmppSubmitRequestMessage submit) {
    static CmppText of(CmppSubmitRequestMessage joined, List<CmppSubmitResponseMessage> answers) {
        String to = Objects.requireNonNull(joined.getDestterminalId())[0];
        List<MsgId> segments =
                answers.stream().map(CmppSubmitResponseMessage::getMsgId).toList();
        return new CmppText(to, joined.getMsgContent(), segments, joined);
    }

    /** The ids as 16 hexadecimal digits each. */
    public List<String> parts() {
        return segments.stream().map(id -> id.toHexString(true)).toList();
    }
}
