from decimal import Decimal
from typing import Annotated

from fastapi import FastAPI, Header, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from facade.bank import Bank, NoAnswer, Refused, TooLate

Number = Annotated[str, Field(pattern=r"^[0-9]{4,12}$")]
Amount = Annotated[Decimal, Field(gt=0, max_digits=12, decimal_places=2)]
Key = Annotated[str, Header(pattern=r"^[\w-]{8,64}$")]


class Balance(BaseModel):
    amount: Decimal
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


TransferId = Annotated[str, Field(min_length=1)]


class Transfer(BaseModel):
    source: Number
    target: Number
    amount: Amount


# region app
STATUS = {
    "UNKNOWN_ACCOUNT": 404,
    "INSUFFICIENT_FUNDS": 409,
    "REQUEST_ID_REUSED": 422,
}


def create_app(bank: Bank) -> FastAPI:
    app = FastAPI()

    @app.exception_handler(Refused)
    async def refused(request, error):
        code = str(error)
        return problem(STATUS.get(code, 502), "The bank refused", code)

    @app.exception_handler(NoAnswer)
    async def no_answer(request, error):
        status = 504 if isinstance(error, TooLate) else 502
        return problem(status, "No answer from the bank", "UNKNOWN")

    @app.get("/accounts/{number}/balance")
    async def balance(number: Annotated[Number, Path()]):
        answer = await bank.call(Balance, "GetBalance", account=number)
        return {"amount": str(answer.amount), "currency": answer.currency}

    @app.post("/transfers", status_code=201)
    async def transfer(body: Transfer, idempotency_key: Key):
        # The key goes on to the bank, so that a repeated call transfers once.
        transfer_id = await bank.call(
            TransferId,
            "Transfer",
            requestId=idempotency_key,
            **{"from": body.source, "to": body.target, "amount": body.amount},
        )
        return {"id": transfer_id}

    return app


def problem(status: int, title: str, code: str) -> JSONResponse:
    body = {"title": title, "code": code}
    return JSONResponse(body, status, media_type="application/problem+json")


# endregion app
