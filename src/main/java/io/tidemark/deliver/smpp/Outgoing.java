package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Segments;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import java.io.IOException;
import java.util.List;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/** A message on its way out. */
record Outgoing(Binding binding, Envelope envelope, Segments segments) {

    /** Blocks until the answer for one segment, which has one id if it is accepted: empty if the provider gave none. */
    Submission submit(int which, Refusals refusals, MessageIds ids) {
        if (!binding.canSend()) {
            return Refused.because(Reason.UNREACHABLE);
        }
        try {
            String id = envelope.submit(
                    binding.session(), segments.encoding(), segments.parts().get(which));
            return new Accepted(List.of(id == null ? "" : ids.answered(id)));
        } catch (NegativeResponseException refused) {
            return refusals.of(refused.getCommandStatus());
        } catch (GenericNackResponseException notUnderstood) {
            return refusals.of(notUnderstood.getCommandStatus());
        } catch (PDUException unwritable) {
            // Found before anything is written: a number or source address that the protocol has no room for.
            return Refused.because(Reason.BAD_ADDRESS);
        } catch (ResponseTimeoutException | InvalidResponseException | IOException unanswered) {
            return new InDoubt(Reason.NO_ANSWER);
        }
    }
}
