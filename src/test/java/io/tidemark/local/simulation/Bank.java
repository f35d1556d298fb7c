package io.tidemark.local.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The banks that money goes to and comes from; the bank itself is an invented one, the others have their real codes. */
enum Bank {
    TIDE("999100000018", "潮信银行", Kind.OWN),
    TREASURY("011100000005", "国家金库", Kind.NOT_COMPETITOR),
    CMB("308584000013", "招商银行", Kind.COMPETITOR),
    ICBC("102100099996", "中国工商银行", Kind.COMPETITOR),
    ABC("103100000026", "中国农业银行", Kind.COMPETITOR),
    BOC("104100000004", "中国银行", Kind.COMPETITOR),
    CCB("105100000017", "中国建设银行", Kind.COMPETITOR),
    BOCOM("301290000007", "交通银行", Kind.COMPETITOR),
    CITIC("302100011000", "中信银行", Kind.COMPETITOR),
    CEB("303100000006", "中国光大银行", Kind.COMPETITOR),
    PAB("307584007998", "平安银行", Kind.COMPETITOR),
    CIB("309391000011", "兴业银行", Kind.COMPETITOR),
    TENPAY("Z2004944000010", "财付通", Kind.PAYMENT),
    ALIPAY("Z2007933000010", "支付宝", Kind.PAYMENT);

    /** As the reference data names it. */
    enum Kind {
        OWN,
        COMPETITOR,
        PAYMENT,
        NOT_COMPETITOR
    }

    final String code;
    final String title;
    final Kind kind;

    Bank(String code, String title, Kind kind) {
        this.code = code;
        this.title = title;
        this.kind = kind;
    }

    static List<Bank> of(Kind kind) {
        return Arrays.stream(values()).filter(bank -> bank.kind == kind).toList();
    }

    static Bank any(Kind kind, RandomGenerator chance) {
        var banks = of(kind);
        return banks.get(chance.nextInt(banks.size()));
    }

    Booking.Counterparty counterparty() {
        return new Booking.Counterparty(code, title);
    }
}
