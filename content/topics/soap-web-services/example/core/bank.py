"""A small core system that speaks SOAP 1.1, for the tests."""

import re
import threading
import time
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from lxml import etree

SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"
BANK = "{urn:bank:accounts}"
ENVELOPE = (
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"'
    ' xmlns:b="urn:bank:accounts"><s:Body>%s</s:Body></s:Envelope>'
)
FAULT = (
    "<s:Fault><faultcode>s:Client</faultcode><faultstring>refused</faultstring>"
    "<detail><b:Refusal><b:code>%s</b:code></b:Refusal></detail></s:Fault>"
)
BALANCE = (
    "<b:GetBalanceResponse><b:amount>%s</b:amount>"
    "<b:currency>EUR</b:currency>%s</b:GetBalanceResponse>"
)
BODIES = {
    "empty amount": BALANCE % ("", ""),
    "no values": "<b:GetBalanceResponse/>",
    "not a number": BALANCE % ("abc", ""),
    "empty body": "",
}
DONE = "<b:TransferResponse><b:transferId>%s</b:transferId></b:TransferResponse>"


class CoreSystem(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.balances = {"4711": Decimal("1250.40"), "4712": Decimal("0.00")}
        self.transfers = {}
        self.lock = threading.Lock()
        self.mode = "normal"
        self.requests = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/accounts"

    def transfer(self, request_id, source, target, amount):
        with self.lock:
            if request_id in self.transfers:
                earlier, transfer_id = self.transfers[request_id]
                if earlier != (source, target, amount):
                    return FAULT % "REQUEST_ID_REUSED"
                return DONE % transfer_id
            if source not in self.balances or target not in self.balances:
                return FAULT % "UNKNOWN_ACCOUNT"
            if self.balances[source] < amount:
                return FAULT % "INSUFFICIENT_FUNDS"
            self.balances[source] -= amount
            self.balances[target] += amount
            transfer_id = f"T-{len(self.transfers) + 1}"
            self.transfers[request_id] = ((source, target, amount), transfer_id)
            return DONE % transfer_id


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        core = self.server
        text = self.rfile.read(int(self.headers["Content-Length"]))
        core.requests.append(text)
        operation = etree.fromstring(text).find(f"{SOAP}Body")[0]
        values = [child.text for child in operation]
        if operation.tag == f"{BANK}Transfer":
            *others, amount = values
            result = core.transfer(*others, Decimal(amount))
        elif values[0] in core.balances:
            extra = "<b:iban>DE00</b:iban>" if core.mode == "new element" else ""
            result = BALANCE % (core.balances[values[0]], extra)
        else:
            result = FAULT % "UNKNOWN_ACCOUNT"
        self.respond(ENVELOPE % result, 500 if "s:Fault" in result else 200)

    def respond(self, text, status):
        mode = self.server.mode
        if mode == "lose":
            return self.connection.close()  # done, but no response
        if mode == "hang":
            time.sleep(3)
        if mode == "html":
            status, text = 503, "<html><body>Maintenance</body></html>"
        if mode == "prefixes":
            text = re.sub(r"(</?|xmlns:)b(?=[:=])", r"\1ns2", text)
            text = re.sub(r"(</?|xmlns:)s(?=[:=])", r"\1soap", text)
        if mode == "doctype":
            text = "<!DOCTYPE x>" + text
        if mode in BODIES:
            text = ENVELOPE % BODIES[mode]
        if mode == "truncated":
            text = text[: text.index("40<") if "40<" in text else -20]
        if mode == "fault without code":
            text = ENVELOPE % (
                "<s:Fault><faultcode>s:Server</faultcode>"
                "<faultstring>oops</faultstring></s:Fault>"
            )
            status = 500
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for start in range(0, len(body), 20):
            self.wfile.write(body[start : start + 20])
            if mode == "drip":
                time.sleep(0.3)

    def log_message(self, *args):
        pass
