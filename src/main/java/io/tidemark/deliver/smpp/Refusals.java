package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission.Refused;
import java.time.Duration;
import org.jsmpp.SMPPConstant;

/** What the protocol's {@code command_status} means. */
record Refusals(Duration throttlePause) {

    Refused of(int status) {
        Reason reason = reason(status);
        return new Refused(reason, reason == Reason.THROTTLED ? throttlePause : null);
    }

    static Reason reason(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL -> Reason.THROTTLED;
            case SMPPConstant.STAT_ESME_RINVDSTADR,
                    SMPPConstant.STAT_ESME_RINVDSTTON,
                    SMPPConstant.STAT_ESME_RINVDSTNPI -> Reason.BAD_ADDRESS;
            case SMPPConstant.STAT_ESME_RBINDFAIL,
                    SMPPConstant.STAT_ESME_RINVPASWD,
                    SMPPConstant.STAT_ESME_RINVSYSID,
                    SMPPConstant.STAT_ESME_RINVSYSTYP,
                    SMPPConstant.STAT_ESME_RINVBNDSTS,
                    SMPPConstant.STAT_ESME_RINVSRCADR,
                    SMPPConstant.STAT_ESME_RINVSRCTON,
                    SMPPConstant.STAT_ESME_RINVSRCNPI,
                    SMPPConstant.STAT_ESME_RINVSERTYP,
                    SMPPConstant.STAT_ESME_RPROHIBITED -> Reason.NOT_ALLOWED;
            case SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RX_T_APPN, SMPPConstant.STAT_ESME_RSUBMITFAIL ->
                Reason.GATEWAY_FAULT;
            case SMPPConstant.STAT_ESME_RINVMSGLEN,
                    SMPPConstant.STAT_ESME_RINVDCS,
                    SMPPConstant.STAT_ESME_RINVESMCLASS,
                    SMPPConstant.STAT_ESME_RX_P_APPN,
                    SMPPConstant.STAT_ESME_RX_R_APPN -> Reason.CONTENT_REFUSED;
            default -> Reason.OTHER;
        };
    }
}
