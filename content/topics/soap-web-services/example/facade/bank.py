import asyncio
import logging
from pathlib import Path

import httpx
from lxml import etree
from pydantic import TypeAdapter
from zeep import AsyncClient, Settings, helpers
from zeep.exceptions import Fault
from zeep.proxy import AsyncServiceProxy
from zeep.transports import AsyncTransport

NAMESPACE = "{urn:bank:accounts}"
log = logging.getLogger(__name__)
WSDL = Path(__file__).with_name("accounts.wsdl")


class Refused(Exception):
    """The bank understood the request and said no, with a code."""


class NoAnswer(Exception):
    """We don't know what the bank did."""


class TooLate(NoAnswer):
    pass


# region client
class Bank:
    def __init__(self, endpoint: str, seconds: float = 5):
        self.seconds = seconds
        self.client = AsyncClient(
            str(WSDL),
            settings=Settings(forbid_dtd=True, forbid_external=True),
            transport=AsyncTransport(client=httpx.AsyncClient(timeout=seconds)),
        )
        # The WSDL contains an internal URL, so the endpoint is configuration.
        binding = self.client.wsdl.bindings[NAMESPACE + "AccountsBinding"]
        self.service = AsyncServiceProxy(self.client, binding, address=endpoint)

    async def call(self, kind, operation: str, **parameters):
        try:
            async with asyncio.timeout(self.seconds):  # for all of it
                result = await self.service[operation](**parameters)
            # Zeep checks the names of elements, not that they have values.
            answer = helpers.serialize_object(result, dict)
            return TypeAdapter(kind).validate_python(answer)
        except Fault as fault:
            code = fault_code(fault)
            if code is None:
                raise NoAnswer("a fault without a code") from fault
            raise Refused(code) from fault
        except (TimeoutError, httpx.TimeoutException) as error:
            raise TooLate("the bank took too long") from error
        except Exception as error:  # broken XML or HTTP, a missing value
            log.exception("no usable response to %s", operation)
            raise NoAnswer("no usable response") from error


def fault_code(fault: Fault) -> str | None:
    # Zeep also raises Fault for a status other than 200 without a SOAP fault.
    if not isinstance(fault.detail, etree._Element):
        return None
    return fault.detail.findtext(f"{NAMESPACE}Refusal/{NAMESPACE}code")


# endregion client
