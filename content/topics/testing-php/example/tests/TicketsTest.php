<?php

declare(strict_types=1);

namespace Parking\Tests;

use Parking\Mailer;
use Parking\Tickets;
use PDO;
use PDOException;
use PHPUnit\Framework\TestCase;

final class TicketsTest extends TestCase
{
    #region setup
    private PDO $db;

    protected function setUp(): void
    {
        $this->db = new PDO('sqlite::memory:');
        Tickets::createTable($this->db);
    }
    #endregion setup

    public function testAddsUpWhatAPlateHasPaid(): void
    {
        $tickets = new Tickets($this->db, $this->createStub(Mailer::class));
        $tickets->pay('B-AD 12', 200);
        $tickets->pay('B-AD 12', 400);
        $tickets->pay('B-XY 99', 800);

        self::assertSame(600, $tickets->paid('B-AD 12'));
        self::assertSame(0, $tickets->paid('B-ZZ 1'));
    }

    #region mock
    public function testSendsOneReceiptToTheDriver(): void
    {
        $mailer = $this->createMock(Mailer::class);
        $mailer->expects($this->once())->method('send')->with('ada@example.com', 'B-AD 12 paid 2.00 euros');

        (new Tickets($this->db, $mailer))->pay('B-AD 12', 200, receiptTo: 'ada@example.com');
    }

    public function testSendsNothingWithoutAnAddress(): void
    {
        $mailer = $this->createMock(Mailer::class);
        $mailer->expects($this->never())->method('send');

        (new Tickets($this->db, $mailer))->pay('B-AD 12', 200);
    }
    #endregion mock

    #region fake
    public function testSendsNoReceiptWhenTheTicketIsNotStored(): void
    {
        $mailer = new FakeMailer();
        try {
            (new Tickets($this->db, $mailer))->pay('B-AD 12', -1, receiptTo: 'ada@example.com');
            self::fail('the database accepted a negative fee');
        } catch (PDOException) {
            self::assertSame([], $mailer->sent);
        }
    }
    #endregion fake
}
