package io.tidemark.deliver.cmpp;

class Cmpp30GatewayTest extends CmppGatewayContract {
    Cmpp30GatewayTest() {
        super("3.0", 0x30);
    }
}
